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
  return (
    <nav className="ui-section-tabs" aria-label={`Pages of ${label}`}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.path}>
            <a href={`#${tab.path}`} aria-current={tab.path === current ? 'page' : undefined}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
