import './choices.css'

export type Choice = Readonly<{
  label: string
  replacement: string
  /** The category's place in the plan, where it is one. */
  position?: number
}>

/** Texts of which one goes into the line. */
export function Choices({
  label,
  choices,
  onChoose,
}: Readonly<{
  label: string
  choices: readonly Choice[]
  onChoose: (replacement: string) => void
}>) {
  return (
    <fieldset className="quick-add-choices">
      <legend className="ui-hidden">{label}</legend>
      {choices.map((choice) => (
        <button
          key={choice.replacement}
          type="button"
          className="quick-add-choice"
          data-category={choice.position}
          onClick={() => {
            onChoose(choice.replacement)
          }}
        >
          {choice.position !== undefined && <span className="ui-category-dot" aria-hidden />}
          {choice.label}
        </button>
      ))}
    </fieldset>
  )
}
