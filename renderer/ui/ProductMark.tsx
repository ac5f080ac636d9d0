/** The app's own mark: a p that is a magnifying glass. Decoration: the name stands beside it. */
export const ProductMark = ({ size }: { size: number }) => (
  <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
    <rect width="32" height="32" rx="7.5" fill="var(--accent-solid)" />
    <g fill="none" stroke="var(--on-accent)" strokeWidth="3.2" strokeLinecap="round">
      <circle cx="17.6" cy="13.6" r="6.2" />
      <path d="M11.4 13.6v11.6" />
    </g>
  </svg>
)
