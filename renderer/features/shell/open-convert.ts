import { useFilterStore } from '../../state/filter-store.ts'
import { useIdentifiedStore } from '../../state/identified-store.ts'
import { usePaneStore } from '../../state/pane-store.ts'

/** Opens Convert with the identifier in the search box, or empty to type one. */
export const openConvert = (): void => {
  const { identified, chosen } = useIdentifiedStore.getState()
  const { text } = useFilterStore.getState().filters
  const isIdentifier = (identified?.candidates.length ?? 0) > 0
  usePaneStore.getState().openConvert({ text: isIdentifier ? text : '', candidate: isIdentifier ? chosen : null })
}
