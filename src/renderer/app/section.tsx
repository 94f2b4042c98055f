import type { ComponentType } from 'react'
import { Redirect, Route, Router, Switch } from 'wouter'
import { useHashLocation } from 'wouter/use-hash-location'
import { SectionTabs } from '../ui/section-tabs.tsx'

/** The address stands after the `#`, as everywhere on the page. */
const addresses = { hook: useHashLocation }

/** A page of a section. Without a label it has no tab: it is reached from another page. */
export type SectionPage = Readonly<{
  /** Its whole address within the page, which may hold parameters: `/stories/edit/:id`. */
  path: string
  label?: string
  page: ComponentType
}>

/** A screen that has several pages, with a tab for each that has a label. An unknown address leads to the first. */
export function Section({
  label,
  pages,
}: Readonly<{ label: string; pages: readonly SectionPage[] }>) {
  const [path] = useHashLocation()
  const tabs = pages.flatMap((page) =>
    page.label === undefined ? [] : [{ path: page.path, label: page.label }],
  )
  const [first] = pages
  return (
    <Router {...addresses}>
      {tabs.length > 1 && <SectionTabs label={label} tabs={tabs} current={path} />}
      <Switch>
        {pages.map(({ path: address, page: Page }) => (
          <Route key={address} path={address}>
            <Page />
          </Route>
        ))}
        {first !== undefined && (
          <Route>
            <Redirect to={first.path} />
          </Route>
        )}
      </Switch>
    </Router>
  )
}
