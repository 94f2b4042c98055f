import { afterEach, describe, expect, it, vi } from 'vitest'
import { createHeldReports } from './held-reports.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

const pdf = new Blob(['%PDF-1.7'], { type: 'application/pdf' })
const markdown = new Blob(['# Report'], { type: 'application/octet-stream' })

function holding() {
  const downloads: [Blob, string][] = []
  const opened: string[] = []
  const tab = { opener: 'the page' as unknown }
  vi.stubGlobal('open', (address: string) => {
    opened.push(address)
    return tab
  })
  const reports = createHeldReports((content, fileName) => downloads.push([content, fileName]))
  const hold = (content = pdf, fileName = 'r.pdf') =>
    reports.hold({ fileName, pages: 3, bytes: new Uint8Array(), notices: [] }, content).handle
  return { reports, hold, downloads, opened, tab }
}

describe('a report that the browser holds', () => {
  it('is downloaded as it was built', () => {
    const { reports, hold, downloads } = holding()
    const handle = hold()
    hold(markdown, 'r.md')
    expect(reports.save(handle)).toEqual({
      ok: true,
      value: { fileName: 'r.pdf', pages: 3, handle: null, opens: handle },
    })
    expect(downloads).toEqual([[pdf, 'r.pdf']])
  })

  it('opens in a tab of its own that knows nothing of the page', () => {
    const { reports, hold, opened, tab } = holding()
    expect(reports.open(hold())).toEqual({ ok: true, value: null })
    expect(opened).toEqual([expect.stringMatching(/^blob:/)])
    expect(tab.opener).toBeNull()
  })

  it('is not offered to be opened when it is no PDF', () => {
    const { reports, hold } = holding()
    expect(reports.save(hold(markdown, 'r.md'))).toMatchObject({ value: { opens: null } })
  })

  it('says that the browser opened no tab', () => {
    const { reports, hold } = holding()
    vi.stubGlobal('open', () => null)
    expect(reports.open(hold())).toMatchObject({ ok: false, error: { code: 'storage' } })
  })

  it('goes when three newer ones were built, unless it was the last to be saved', () => {
    const { reports, hold } = holding()
    const [first, second] = [hold(), hold()]
    reports.save(second)
    for (let newer = 0; newer < 3; newer += 1) hold()
    expect(reports.save(first)).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(reports.open(second).ok).toBe(true)
  })
})
