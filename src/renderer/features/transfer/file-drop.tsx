import { FileInput } from 'lucide-react'
import { useEffect, useState } from 'react'
import { showToast } from '../../ui/toasts.ts'
import { importWindow, openImport } from './import-window.ts'
import './file-drop.css'

/** Takes a file that is dropped anywhere on the window, and says so while one is held over it. */
export function FileDrop() {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    let depth = 0
    const change = (by: number) => {
      depth = Math.max(0, depth + by)
      setOver(depth > 0 && !isWindowOpen())
    }
    const onEnter = (event: DragEvent) => {
      if (holdsFiles(event)) change(1)
    }
    const onLeave = (event: DragEvent) => {
      if (holdsFiles(event)) change(-1)
    }
    const onOver = (event: DragEvent) => {
      if (!holdsFiles(event) || event.dataTransfer === null) return
      // Or the browser would leave the app for the file.
      event.preventDefault()
      event.dataTransfer.dropEffect = canTake() ? 'copy' : 'none'
    }
    const onDrop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      depth = 0
      setOver(false)
      const [file, ...others] = event.dataTransfer?.files ?? []
      if (file === undefined || !canTake()) return
      if (others.length > 0)
        showToast({ message: 'Drop one file at a time: each is looked at on its own.' })
      else openImport(file)
    }
    document.addEventListener('dragenter', onEnter)
    document.addEventListener('dragleave', onLeave)
    document.addEventListener('dragover', onOver)
    document.addEventListener('drop', onDrop)
    return () => {
      document.removeEventListener('dragenter', onEnter)
      document.removeEventListener('dragleave', onLeave)
      document.removeEventListener('dragover', onOver)
      document.removeEventListener('drop', onDrop)
    }
  }, [])
  if (!isOver) return null
  return (
    <div className="transfer-drop-cover">
      <p>
        <FileInput aria-hidden />
        Drop the file to look at it
      </p>
    </div>
  )
}

function holdsFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true
}

function isWindowOpen(): boolean {
  return document.querySelector('[role=dialog], [role=alertdialog]') !== null
}

/** While another window asks for something it is not the time; the import's own takes a file. */
function canTake(): boolean {
  return importWindow.get() !== null || !isWindowOpen()
}
