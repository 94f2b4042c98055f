import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { launchSettings, type Launch } from './launch-settings.ts'

const launch: Launch = {
  argv: [],
  env: { LOOPREADY_DATA_DIR: '/data' },
  isPackaged: true,
  appPath: '/opt/Loopready/resources/app.asar',
  resourcesPath: '/opt/Loopready/resources',
}

describe('launchSettings', () => {
  it('finds the packaged page in the archive and the data files beside it', () => {
    const settings = launchSettings(launch)
    expect(settings).toMatchObject({
      assetsDir: launch.resourcesPath,
      preload: join(launch.appPath, 'out', 'preload', 'index.cjs'),
      pageRoot: join(launch.appPath, 'out', 'renderer'),
      pageUrl: 'app://loopready/',
      pageOrigin: 'app://loopready',
    })
  })

  it('finds the data files in the project during development', () => {
    expect(launchSettings({ ...launch, isPackaged: false, appPath: '/project' }).assetsDir).toBe(
      '/project',
    )
  })

  it.each([
    [['--data-dir', '/there'], '/there'],
    [['--data-dir=/there'], '/there'],
    [['.', '--no-sandbox', '--remote-debugging-port=0', '--data-dir=/there'], '/there'],
    [['--inspect=0', '.'], '/data'],
  ])('reads the data folder from %j', (argv, dataDir) => {
    expect(launchSettings({ ...launch, argv }).dataDir).toBe(resolve(dataDir))
  })

  it('refuses a data folder that is not named', () => {
    expect(() => launchSettings({ ...launch, argv: ['--data-dir'] })).toThrow('--data-dir is empty')
  })

  it('keeps what Chromium writes inside the data folder, so that each folder is an app of its own', () => {
    const { dataDir, chromiumDir, windowStatePath } = launchSettings(launch)
    expect(chromiumDir).toBe(join(dataDir, 'desktop'))
    expect(windowStatePath).toBe(join(dataDir, 'window.json'))
  })

  it('loads another page during development only', () => {
    const env = { ...launch.env, ELECTRON_RENDERER_URL: 'http://localhost:5173' }
    expect(launchSettings({ ...launch, env }).pageUrl).toBe('app://loopready/')
    expect(launchSettings({ ...launch, env, isPackaged: false })).toMatchObject({
      pageUrl: 'http://localhost:5173/',
      pageOrigin: 'http://localhost:5173',
    })
  })
})
