import './state-bar.css'

/** A part of a whole, with the tone that it is drawn in. Colour only repeats what the legend says. */
export type StatePart = Readonly<{ key: string; label: string; count: number }>

/** How a number of things is divided among states, as one bar with its legend. */
export function StateBar({
  label,
  parts,
}: Readonly<{ label: string; parts: readonly StatePart[] }>) {
  const all = parts.reduce((sum, { count }) => sum + count, 0)
  return (
    <div className="career-states">
      <div className="career-states-bar" aria-hidden>
        {parts
          .filter(({ count }) => count > 0)
          .map(({ key, count }) => (
            <span key={key} data-state={key} style={{ flexGrow: count }} />
          ))}
        {all === 0 && <span data-state="open" style={{ flexGrow: 1 }} />}
      </div>
      <ul className="career-states-legend" aria-label={label}>
        {parts.map(({ key, label: name, count }) => (
          <li key={key}>
            <span className="career-swatch" data-state={key} aria-hidden />
            <strong>{count}</strong> {name}
          </li>
        ))}
      </ul>
    </div>
  )
}
