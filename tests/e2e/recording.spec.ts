import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from './app.ts'
import { call, makeStory, open, rehearse, toPractice, toldIn } from './rehearsal-pages.ts'

test('what is said is recorded only when that is switched on, played, and deleted with a way back', async ({
  page,
  start,
}) => {
  // A tone in place of a microphone; the recorder is the browser's own.
  await page.addInitScript(() => {
    const listen = () => {
      const context = new AudioContext()
      const tone = context.createOscillator()
      const out = context.createMediaStreamDestination()
      tone.connect(out)
      tone.start()
      return Promise.resolve(out.stream)
    }
    Object.defineProperty(navigator.mediaDevices, 'getUserMedia', { value: listen })
  })
  await open(page, start)
  const id = await makeStory(page, 'The checkout that slowed')
  await toPractice(page)
  const recordSwitch = page.getByRole('switch', { name: /Record my rehearsals/ })
  await expect(recordSwitch).not.toBeChecked()
  await recordSwitch.click()
  await expect(recordSwitch).toBeChecked()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(recordSwitch).not.toBeChecked()
  await recordSwitch.click()
  await expect(recordSwitch).toBeChecked()
  await rehearse(page, id)
  await expect(page.getByText('Will be recorded', { exact: true })).toBeVisible()
  await page.keyboard.press('Enter')
  await page.clock.fastForward(3000)
  await expect(page.getByText('Recording', { exact: true })).toBeVisible()
  await page.clock.fastForward(5000)
  // The recorder keeps real time, whatever the page's clock says.
  await wait(1500)
  await page.keyboard.press('f')
  await page.getByRole('button', { name: /^Play the recording/ }).click()
  const sound = page.locator('audio')
  await expect
    .poll(() =>
      sound.evaluate((audio: HTMLAudioElement) => [
        audio.src.startsWith('blob:'),
        audio.readyState > 1,
        audio.error,
      ]),
    )
    .toEqual([true, true, null])
  await page.keyboard.press('Escape')
  await expect(page.getByText(/^1 recording\. \d+ KB used on disk\.$/)).toBeVisible()
  await page.getByRole('button', { name: /^Delete the recording/ }).click()
  const inTrash = page.getByText(/1 recording in the trash/)
  await inTrash.click()
  await page.getByRole('button', { name: /^Put back the recording/ }).click()
  await expect(inTrash).toBeHidden()
  await expect(page.getByRole('button', { name: /^Play the recording/ })).toBeVisible()
})

test('a microphone that is not given stops nothing', async ({ page, start }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator.mediaDevices, 'getUserMedia', {
      value: () => Promise.reject(new DOMException('no', 'NotAllowedError')),
    })
  })
  await open(page, start)
  const id = await makeStory(page, 'The checkout that slowed')
  await call(page, 'rehearsals.setRecording', { on: true })
  await rehearse(page, id)
  await expect(page.getByText('Will be recorded')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(
    page.getByText(/The microphone was not allowed\. This rehearsal is not/),
  ).toBeVisible()
  await page.clock.fastForward(9000)
  await page.keyboard.press('f')
  await expect(toldIn(page)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Play/ })).toBeHidden()
})
