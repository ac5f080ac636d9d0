import { type Filters, NO_FILTERS, useFilterStore } from './filter-store.ts'
import { useViewStore } from './view-store.ts'

/** Shows the list of people under exactly these filters, in the order that is chosen. */
export const showPeople = (filters: Partial<Omit<Filters, 'sort'>>): void => {
  const { change, filters: before } = useFilterStore.getState()
  change({ ...NO_FILTERS, sort: before.sort, ...filters })
  useViewStore.getState().show('people')
}
