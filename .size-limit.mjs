/**
 * What the package weighs in a browser, minified and gzipped: the core and the parser as a whole, and what a bundler
 * takes for one function of the main entry. The limits hold what is reached, with room for a fix but not for a feature.
 */
export default [
  {name: 'wikiplan/core', path: 'dist/core.js', gzip: true, limit: '59.5 kB'},
  {name: 'wikiplan/wikitext', path: 'dist/wikitext.js', gzip: true, limit: '20.5 kB'},
  ...[
    ['applyEdits', '1 kB'],
    ['toJson', '5 kB'],
    ['diff', '30 kB']
  ].map(([name, limit]) => ({
    name: `${name} of wikiplan`,
    path: 'dist/index.js',
    import: `{ ${name} }`,
    gzip: true,
    limit
  }))
]
