import './skeleton.css'

/** Holds the place of text or of a block that is on its way. Hidden from screen readers: the region says it is busy. */
export function Skeleton({
  lines = 1,
  block = false,
}: Readonly<{ lines?: number; block?: boolean }>) {
  if (block) return <div className="ui-skeleton ui-skeleton-block" aria-hidden />
  return (
    <div className="ui-skeleton-lines" aria-hidden>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className="ui-skeleton" />
      ))}
    </div>
  )
}
