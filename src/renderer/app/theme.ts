import { useEffect } from 'react'
import { rememberTheme, rememberedTheme, type ThemePreference } from './settings.ts'

const systemDark = matchMedia('(prefers-color-scheme: dark)')

/** Puts a theme on the page. `system` follows the system, also when that changes later. */
function show(preference: ThemePreference) {
  const dark = preference === 'dark' || (preference === 'system' && systemDark.matches)
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
}

/** Puts the theme that was in force last on the page, before anything is drawn. */
export function showRememberedTheme(): void {
  show(rememberedTheme())
}

/** Keeps the page in the theme of the profile; undefined while that is not read yet. */
export function useTheme(preference: ThemePreference | undefined): void {
  useEffect(() => {
    if (preference === undefined) return
    const follow = () => {
      show(preference)
    }
    rememberTheme(preference)
    follow()
    systemDark.addEventListener('change', follow)
    return () => {
      systemDark.removeEventListener('change', follow)
    }
  }, [preference])
}
