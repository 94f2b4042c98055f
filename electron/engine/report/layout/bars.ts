import type { Mark, NodeId } from './marks.ts'
import { baselineOf, capHeight, type } from './style.ts'
import { setLines } from './text.ts'
import type { Measure } from './text.ts'

type Key = Readonly<{ x: number; y: number; node: NodeId; colour: string; solid: boolean }>

/** An entry of a legend: a small bar drawn as in the chart, and what it stands for. */
export function key(
  { x, y, node, colour, solid: filled }: Key,
  text: string,
  measure: Measure,
): readonly Mark[] {
  const style = type.chartLabel
  const size = 8
  const top = y + baselineOf(style) - (capHeight * style.size + size) / 2
  return [
    ...(filled
      ? solid(x, top, size, size, colour, node)
      : outlined(x, top, size, size, colour, node)),
    ...setLines([text], style, measure, { x: x + size + 6, y, width: measure(text, style), node }),
  ]
}

/** A filled bar; none where there is nothing to fill. */
export function solid(
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
  node: NodeId,
): readonly Mark[] {
  return width > 0 ? [rect(x, y, width, height, node, colour)] : []
}

/** The outline lies inside the box, so that an outlined and a solid bar of one value end at one place. */
export function outlined(
  x: number,
  y: number,
  width: number,
  height: number,
  colour: string,
  node: NodeId,
): readonly Mark[] {
  if (width <= 0) return []
  const inset = 0.4
  const inner = Math.max(0.1, width - 2 * inset)
  const fill = {
    ...rect(x + inset, y + inset, inner, height - 2 * inset, node, paleOf(colour)),
    stroke: colour,
  }
  return [fill]
}

/** A filled rectangle. */
export function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  node: NodeId,
  fill: string,
) {
  return { kind: 'rect', node, x, y, width, height, fill } as const
}

/** The colour thinned with paper to about a sixth. */
function paleOf(colour: string): string {
  const part = (at: number) => Number.parseInt(colour.slice(at, at + 2), 16)
  const thin = (value: number) =>
    Math.round(255 - (255 - value) * 0.16)
      .toString(16)
      .padStart(2, '0')
  return `#${thin(part(1))}${thin(part(3))}${thin(part(5))}`
}
