import { assetsDir, openEngine, temporaryFolder } from './engine.ts'
import { createFakeElectron } from './fake-electron.ts'
import { startDesktop, type ElectronParts } from '../../electron/main/desktop.ts'
import { launchSettings } from '../../electron/main/launch-settings.ts'
import { lockContents } from '../../electron/main/security.ts'

/** The whole shell on a real engine, with a person and a page that the test plays. */
export async function startedDesktop({
  platform = 'linux',
  dataDir = temporaryFolder(),
}: { platform?: NodeJS.Platform; dataDir?: string } = {}) {
  const { engine, ask } = openEngine({ dataDir })
  const fake = createFakeElectron({ documents: temporaryFolder() })
  const settings = launchSettings({
    argv: ['--data-dir', dataDir],
    env: {},
    isPackaged: false,
    appPath: assetsDir,
    resourcesPath: '/nowhere',
  })
  let crash: (thrown: unknown) => void = () => {}
  let closes = 0
  // The fake has every member that the shell uses; startDesktop would throw where it lacks one.
  const electron = fake.electron as unknown as ElectronParts
  lockContents(electron.app, settings.pageOrigin)
  const desktop = await startDesktop({
    electron,
    settings,
    platform,
    log: () => {},
    openEngine: (onCrash) => {
      crash = onCrash
      return Promise.resolve({
        ...engine,
        close: async () => {
          closes += 1
          await engine.close()
        },
      })
    },
  })
  const window = () => {
    const newest = fake.record.windows.at(-1)
    if (newest === undefined) throw new Error('no window was made')
    return newest
  }
  return {
    ...fake,
    desktop,
    settings,
    dataDir,
    ask,
    window,
    crash: (thrown: unknown) => crash(thrown),
    closes: () => closes,
    sentTo: (channel: string) =>
      window().webContents.sent.flatMap(([name, value]) => (name === channel ? [value] : [])),
  }
}
