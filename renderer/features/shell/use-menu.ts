import { useEffect } from 'react'
import { listen } from '../../state/api.ts'
import type { Command } from '../../state/command.ts'

/** Runs what is chosen in the native menu. `list` gives the commands that are possible now. */
export const useMenu = (list: () => Command[]): void => {
  useEffect(
    () =>
      listen('menu.chosen', ({ command }) =>
        list()
          .find(({ id }) => id === command)
          ?.run(),
      ),
    [list],
  )
}
