import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '#contract/bridge.ts'
import { ASK, NOTICE, TELL, type NoticeChannel } from './channels.ts'

/**
 * Passes a notice on without its event object: that object leads to `ipcRenderer` itself, and with it the page could
 * send anything to any channel.
 */
function subscribe<T>(channel: NoticeChannel, listener: (value: T) => void): () => void {
  const pass = (_event: unknown, value: T) => listener(value)
  ipcRenderer.on(channel, pass)
  return () => {
    ipcRenderer.removeListener(channel, pass)
  }
}

const bridge = {
  shell: 'desktop',
  call: (name, input) => ipcRenderer.invoke(ASK.call, name, input),
  onChange: (listener) => subscribe(NOTICE.change, listener),
  runJob: (job, name, input) => ipcRenderer.invoke(ASK.runJob, job, name, input),
  cancelJob: (job) => ipcRenderer.send(TELL.cancelJob, job),
  onJobProgress: (listener) => subscribe(NOTICE.jobProgress, listener),
  buildReport: (job, input) => ipcRenderer.invoke(ASK.buildReport, job, input),
  saveReport: (handle) => ipcRenderer.invoke(ASK.saveReport, handle),
  openReport: (opens) => ipcRenderer.invoke(ASK.openReport, opens),
  saveExport: (job, input) => ipcRenderer.invoke(ASK.saveExport, job, input),
  showSaved: (handle) => ipcRenderer.invoke(ASK.showSaved, handle),
  chooseImportFile: () => ipcRenderer.invoke(ASK.chooseImportFile),
  receiveFile: async (name, content) =>
    ipcRenderer.invoke(ASK.receiveFile, name, new Uint8Array(await content.arrayBuffer())),
  chooseBackupFile: () => ipcRenderer.invoke(ASK.chooseBackupFile),
  chooseBackupFolder: (which) => ipcRenderer.invoke(ASK.chooseBackupFolder, which),
  saveStoryFiles: (files) => ipcRenderer.invoke(ASK.saveStoryFiles, files),
  chooseStoryFiles: () => ipcRenderer.invoke(ASK.chooseStoryFiles),
  savePlaybookFiles: (files) => ipcRenderer.invoke(ASK.savePlaybookFiles, files),
  choosePlaybookFiles: () => ipcRenderer.invoke(ASK.choosePlaybookFiles),
  onCommand: (listener) => {
    const unsubscribe = subscribe(NOTICE.command, listener)
    ipcRenderer.send(TELL.listening)
    return unsubscribe
  },
  idleSeconds: () => ipcRenderer.invoke(ASK.idleSeconds),
  onWake: (listener) => subscribe(NOTICE.wake, () => listener()),
  notify: (message) => ipcRenderer.send(TELL.notify, message),
  onConnection: (listener) => subscribe(NOTICE.connection, listener),
} satisfies Bridge

contextBridge.exposeInMainWorld('loopready', bridge)
