import { formatNumber } from '../../lib/format-number.ts'
import { dateOnly, exactTime } from '../../lib/format-time.ts'
import { hasApi } from '../../state/api.ts'
import { wireStores } from './wiring.ts'

// The first module of the page: main is asked before the parts that show its answers are there.
if (hasApi()) {
  wireStores()
  // While main answers: the first rows need these, and the first of Intl's formats takes ten milliseconds.
  formatNumber(0)
  exactTime(0)
  dateOnly(0)
}
