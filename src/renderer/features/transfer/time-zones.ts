import type { SelectOption } from '../../ui/select.tsx'

/** Not the name of a zone: the one of this computer, whichever it is then. */
export const ownZone = 'own'

/** Every time zone that this computer knows, after its own. */
export function timeZoneOptions(): readonly SelectOption[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [
    { value: ownZone, label: `This computer’s (${own.replaceAll('_', ' ')})` },
    ...Intl.supportedValuesOf('timeZone').map((zone) => ({
      value: zone,
      label: zone.replaceAll('_', ' '),
    })),
  ]
}
