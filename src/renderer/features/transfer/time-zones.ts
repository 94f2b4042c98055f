import type { SelectOption } from '../../ui/select.tsx'

/** Every time zone that this computer knows, after its own, which is "". */
export function timeZoneOptions(): readonly SelectOption[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [
    { value: '', label: `This computer’s (${own.replaceAll('_', ' ')})` },
    ...Intl.supportedValuesOf('timeZone').map((zone) => ({
      value: zone,
      label: zone.replaceAll('_', ' '),
    })),
  ]
}
