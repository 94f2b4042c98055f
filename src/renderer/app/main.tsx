import '@fontsource-variable/inter/wght.css'
import '../ui/tokens.css'
import '../ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ErrorBoundary } from './error-boundary.tsx'
import { createQueryClient } from '../bridge/queries.ts'
import { Root } from './root.tsx'
import { showRememberedTheme } from './theme.ts'

const container = document.getElementById('root')
if (container === null) throw new Error('index.html has no element with the id "root"')

/** Here all of the page has failed. Stories keep what is typed in them through this. */
const loadAgain = {
  label: 'Load the window again',
  go: () => {
    location.reload()
  },
} as const

showRememberedTheme()
createRoot(container).render(
  <StrictMode>
    <ErrorBoundary wayBack={loadAgain}>
      <QueryClientProvider client={createQueryClient()}>
        <Root />
      </QueryClientProvider>
    </ErrorBoundary>
  </StrictMode>,
)
