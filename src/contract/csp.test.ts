import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy, pagePermissions } from './csp.ts'

const directives = new Map(
  contentSecurityPolicy.split('; ').map((directive) => {
    const [name = '', ...sources] = directive.split(' ')
    return [name, sources] as const
  }),
)

describe('the content security policy of both shells', () => {
  it('allows nothing unless it is named, and no name allows anything inline, evaluated or from elsewhere', () => {
    expect(directives.get('default-src')).toEqual(["'none'"])
    for (const sources of directives.values())
      for (const source of sources) expect(["'none'", "'self'", 'data:', 'blob:']).toContain(source)
  })

  it('takes scripts, styles and connections from the app alone', () => {
    for (const name of ['script-src', 'style-src', 'connect-src', 'worker-src', 'font-src'])
      expect([name, directives.get(name)]).toEqual([name, ["'self'"]])
  })

  it('forbids forms, another base, and frames around the page', () => {
    for (const name of ['form-action', 'base-uri', 'frame-ancestors'])
      expect([name, directives.get(name)]).toEqual([name, ["'none'"]])
  })

  it('gives no camera and no place, and the microphone to the page alone', () => {
    expect(pagePermissions).toBe('camera=(), geolocation=(), microphone=(self)')
  })
})
