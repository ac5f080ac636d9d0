const FOCUSABLE =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex="0"]'
const POPUPS = '[role="dialog"], [role="alertdialog"], [role="menu"]'

/** Where the focus was: the element and everything around it, nearest first. */
type Place = readonly Element[]

const placeOf = (element: Element): Place => {
  const place: Element[] = []
  for (let at: Element | null = element; at !== null && at !== document.body; at = at.parentElement) place.push(at)
  return place
}

const isGone = (element: Element | undefined): boolean =>
  element !== undefined && (!element.isConnected || element.matches(':disabled'))

/** The first thing that can take the focus, as near as possible to where it was. */
const nearest = (place: Place): HTMLElement | null => {
  for (const around of place.slice(1)) {
    const next = around.isConnected ? around.querySelector<HTMLElement>(FOCUSABLE) : null
    if (next !== null) return next
  }
  return null
}

/** Two frames: by then a closing dialog has given the focus back itself. */
const afterNextPaint = (run: () => void): void => void requestAnimationFrame(() => requestAnimationFrame(run))

/**
 * Never leaves the keyboard nowhere: when what has the focus disappears or is disabled (an answer takes a button's place,
 * a deleted row, a list that is read again), the focus goes to the nearest thing that is left. Returns the stop function.
 */
export const keepFocus = (): (() => void) => {
  let last: Place = []
  /** The last place that was in no dialog or menu: those disappear with everything in them. */
  let lastInWindow: Place = []
  let waiting = false
  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof Element) || target === document.body) return
    last = placeOf(target)
    if (target.closest(POPUPS) === null) lastInWindow = last
  }
  /** A click into nothing takes the focus away on purpose. */
  const onPointer = ({ target }: PointerEvent): void => {
    if (target instanceof Element && target.closest(`${FOCUSABLE}, [tabindex]`) === null) last = []
  }
  const restore = (): void => {
    waiting = false
    const active = document.activeElement
    if (!isGone(last[0]) || (active !== null && active !== document.body && active !== last[0])) return
    const next = nearest(last) ?? nearest(lastInWindow) ?? document.querySelector<HTMLElement>(FOCUSABLE)
    next?.focus({ preventScroll: true })
  }
  const observer = new MutationObserver(() => {
    if (waiting || !isGone(last[0])) return
    waiting = true
    afterNextPaint(restore)
  })
  document.addEventListener('focusin', onFocus)
  document.addEventListener('pointerdown', onPointer)
  observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] })
  return () => {
    document.removeEventListener('focusin', onFocus)
    document.removeEventListener('pointerdown', onPointer)
    observer.disconnect()
  }
}
