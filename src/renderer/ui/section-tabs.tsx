import './section-tabs.css'

/** The pages of a section as links, so that each has an address, a middle click and a way back. */
export function SectionTabs({
  label,
  tabs,
  current,
}: Readonly<{
  label: string
  tabs: readonly Readonly<{ path: string; label: string }>[]
  current: string
}>) {
  // A page that is reached from a tab's page lies below its address, and is still of that tab.
  const open = tabs
    .filter(({ path }) => current === path || current.startsWith(`${path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0]?.path
  const standing = open === current ? 'page' : true
  return (
    <nav className="ui-section-tabs" aria-label={`Pages of ${label}`}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.path}>
            <a href={`#${tab.path}`} aria-current={tab.path === open ? standing : undefined}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
