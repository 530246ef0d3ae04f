/**
 * The names that MediaWiki and its usual extensions give a meaning, as data.
 */

/** Extension tags whose content is not wikitext, or is wikitext of its own: `<nowiki>`, `<ref>`, … */
export const opaqueTags = words(
  `nowiki pre syntaxhighlight source math chem ce score timeline templatedata templatestyles imagemap
  inputbox hiero graph mapframe maplink poem gallery ref references categorytree charinsert indicator
  phonos rss dynamicpagelist`
)

/** HTML tags that never have content. */
export const voidTags = words('br hr wbr meta link')

/** Tags of layers under the grammar: see `layers.ts`. */
export const layerTags = words('noinclude onlyinclude includeonly translate')

/** Tags that leave no element: what follows them at the start of a line still starts it. */
export const transparentTags = words('tabs tab tabber section languages')

/** Tags that stand around lines: their content is flow where their ends are on different lines. */
export const flowTags = words(
  `tabs tab tabber section div center blockquote section p table thead tbody tfoot tr td th caption ul ol li dl dt dd
  h1 h2 h3 h4 h5 h6`
)

/** Others that are shown as blocks, so that their line is not preformatted. */
export const blockTags = words('hr pre poem gallery syntaxhighlight references')

/** Tags within which no line is preformatted, and those behind which none is either. */
export const suppressingTags = words('table p ul ol dl h1 h2 h3 h4 h5 h6 tr caption dt dd li')
export const suppressedAfter = words('tr caption dt dd li td th')

/** Tags that stand within a line. */
export const phrasingTags = words(
  `abbr b bdi bdo big cite code data del dfn em font i ins kbd mark q rb rp rt rtc ruby s samp small
  span strike strong sub sup time tt tvar u var`
)

/** Variables that may be asked of another page: `{{PAGENAME}}` and `{{PAGENAME:Piers}}`. */
const variableFunctions = `CONTENTLANGUAGE PAGEID PAGENAME PAGENAMEE FULLPAGENAME FULLPAGENAMEE BASEPAGENAME BASEPAGENAMEE SUBPAGENAME
  SUBPAGENAMEE ROOTPAGENAME ROOTPAGENAMEE SUBJECTPAGENAME SUBJECTPAGENAMEE TALKPAGENAME TALKPAGENAMEE NAMESPACE
  NAMESPACEE NAMESPACENUMBER SUBJECTSPACE SUBJECTSPACEE TALKSPACE TALKSPACEE REVISIONID REVISIONDAY REVISIONMONTH
  REVISIONYEAR REVISIONTIMESTAMP REVISIONUSER CASCADINGSOURCES`

/** Parser functions without a `#`, in lower case. */
export const colonFunctions = words(
  `anchorencode bidi canonicalurl canonicalurle categorysort defaultcategorysort defaultsort defaultsortkey
  displaytitle filepath formatnum fullurl fullurle gender grammar int lc lcfirst localurl localurle ns nse
  numberingroup numingroup padleft padright pagesincat pagesincategory pagesinnamespace pagesinns pagesize plural
  protectionexpiry protectionlevel tag uc ucfirst urlencode ${variableFunctions.toLowerCase()}`
)

/** Variables: parser functions that take no argument. They are in capitals, but for a few. */
export const variables = words(
  `CURRENTYEAR CURRENTMONTH CURRENTMONTH1 CURRENTMONTHNAME CURRENTMONTHNAMEGEN CURRENTMONTHABBREV CURRENTDAY
  CURRENTDAY2 CURRENTDOW CURRENTDAYNAME CURRENTTIME CURRENTHOUR CURRENTWEEK CURRENTTIMESTAMP LOCALYEAR LOCALMONTH
  LOCALMONTH1 LOCALMONTHNAME LOCALMONTHNAMEGEN LOCALMONTHABBREV LOCALDAY LOCALDAY2 LOCALDOW LOCALDAYNAME LOCALTIME
  LOCALHOUR LOCALWEEK LOCALTIMESTAMP SITENAME SERVER servername SERVERNAME SCRIPTPATH scriptpath stylepath
  STYLEPATH CURRENTVERSION CONTENTLANG PAGELANGUAGE DIRECTIONMARK DIRMARK ARTICLEPAGENAME ARTICLEPAGENAMEE
  ARTICLESPACE ARTICLESPACEE REVISIONDAY2 REVISIONMONTH1 REVISIONSIZE NUMBEROFPAGES NUMBEROFARTICLES NUMBEROFFILES
  NUMBEROFEDITS NUMBEROFUSERS NUMBEROFACTIVEUSERS NUMBEROFADMINS ${variableFunctions}`
)

/** What may stand before the name of a template or parser function, with its colon. */
export const modifiers = words('subst safesubst msgnw msg raw')

/** Behaviour switches without their underscores, in lower case; those that have to be written in capitals. */
export const behaviorSwitches = words(
  'archivedtalk forcetoc nocc nocontentconvert noeditsection nogallery notalk notc notitleconvert notoc toc'
)
export const capitalSwitches = words(
  `DISAMBIG EXPECTUNUSEDCATEGORY EXPECTUNUSEDTEMPLATE EXPECTWITHOUTSCANS HIDDENCAT INDEX NEWSECTIONLINK
  NOINDEX NONEWSECTIONLINK STATICREDIRECT`
)

/** Namespaces of files, in lower case. */
export const fileNamespaces = words('file image media')

/** Namespaces of categories, in lower case. */
export const categoryNamespaces = words('category')

/** MediaWiki's default `$wgUrlProtocols`, in lower case, without their `:` and what follows it. */
export const protocols: ReadonlyMap<string, string> = new Map([
  ...withSlashes('bitcoin geo magnet mailto news sip sips sms tel urn xmpp', ''),
  ...withSlashes(
    'ftp ftps git gopher http https irc ircs matrix mms nntp redis sftp ssh svn telnet worldwind',
    '//'
  )
])

function withSlashes(names: string, slashes: string): [string, string][] {
  return names.split(' ').map((name) => [name, slashes])
}

function words(names: string): ReadonlySet<string> {
  return new Set(names.split(/\s+/))
}
