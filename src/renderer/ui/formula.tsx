import './explain.css'

export type FormulaProps = Readonly<{ formula: string; numbers: string; source?: string }>

/** What stands inside an `Explain`: the formula in words, the same with its numbers, and where it comes from. */
export function Formula({ formula, numbers, source }: FormulaProps) {
  return (
    <span className="ui-formula">
      <span>{formula}</span>
      <strong>{numbers}</strong>
      {source !== undefined && <span className="ui-formula-source">{source}</span>}
    </span>
  )
}
