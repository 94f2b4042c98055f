/** The list with a value taken in, or taken out where it is in already. */
export function withToggled<T>(list: readonly T[], value: T): readonly T[] {
  return list.includes(value) ? list.filter((other) => other !== value) : [...list, value]
}
