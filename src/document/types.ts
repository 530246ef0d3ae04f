/**
 * The document tree: what every reader yields and `recognize` understands.
 *
 * A unist tree. Nodes are mdast's where mdast has one and wikitext's own where it has none. Every node
 * has a `position` into the source (offsets are UTF-16 code units, lines and columns count from 1); its
 * slice of the source is the whole construct, from the first character of its markup to the last.
 *
 * The node maps are open, as mdast's are:
 *
 * ```ts
 * declare module 'wikiplan' {
 *   interface PhrasingContentMap {
 *     smiley: Smiley
 *   }
 * }
 * ```
 */
import type {
  Literal as UnistLiteral,
  Node as UnistNode,
  Parent as UnistParent,
  Position
} from 'unist'

/** The dialects that readers know. */
export type Dialect = 'wikitext' | 'text' | 'html' | 'markdown' | 'json'

/** A node of a document or plan: its position is always there in what a reader yields. */
export interface Node extends UnistNode {
  position?: Position | undefined
}

/** A node with children. */
export interface Parent extends Node {
  children: UnistNode[]
}

/** A node with a value. */
export interface Literal extends Node {
  value: string
}

/** Content that stands on lines of its own. */
export type FlowContent = FlowContentMap[keyof FlowContentMap]

/** Content that stands within a line. */
export type PhrasingContent = PhrasingContentMap[keyof PhrasingContentMap]

/** Every node of a document. */
export type DocumentNode = Root | DocumentContentMap[keyof DocumentContentMap]

/** Flow content by type; extend it to add nodes. */
export interface FlowContentMap {
  title: Title
  heading: Heading
  paragraph: Paragraph
  list: List
  definitionList: DefinitionList
  table: Table
  thematicBreak: ThematicBreak
  preformatted: Preformatted
  redirect: Redirect
  comment: Comment
  html: Html
  tag: Tag
  tab: Tab
}

/** Phrasing content by type; extend it to add nodes. */
export interface PhrasingContentMap {
  text: Text
  emphasis: Emphasis
  strong: Strong
  link: Link
  wikiLink: WikiLink
  file: File
  category: Category
  template: Template
  templateParameter: TemplateParameter
  parserFunction: ParserFunction
  tag: Tag
  extension: Extension
  comment: Comment
  entity: Entity
  signature: Signature
  behaviorSwitch: BehaviorSwitch
  inlineCode: InlineCode
  break: Break
  html: Html
  status: Status
}

/** All content of a document by type. */
export interface DocumentContentMap extends FlowContentMap, PhrasingContentMap {
  listItem: ListItem
  definitionTerm: DefinitionTerm
  definitionDescription: DefinitionDescription
  tableCaption: TableCaption
  tableRow: TableRow
  tableCell: TableCell
  templateArgument: TemplateArgument
}

/** Content that a construct is made of, by type: see `parseWithParts`. */
export interface PartContentMap {
  modifier: Modifier
  templateName: TemplateName
  functionName: FunctionName
  argumentName: ArgumentName
  argumentValue: ArgumentValue
  parameterName: ParameterName
  parameterDefault: ParameterDefault
  linkTarget: LinkTarget
  linkText: LinkText
  linkAddress: LinkAddress
  redirectTarget: RedirectTarget
  fileOption: FileOption
  fileCaption: FileCaption
  sortKey: SortKey
  attribute: Attribute
  attributeName: AttributeName
  attributeValue: AttributeValue
  galleryLine: GalleryLine
  magicLink: MagicLink
  languageVariant: LanguageVariant
}

/** A part of a construct. */
export type Part = PartContentMap[keyof PartContentMap]

/** A node of a tree that has parts: its children may be parts, too. */
export type NodeWithParts = {
  [Type in keyof AllContentMap]: Omit<AllContentMap[Type], 'children'> &
    ChildrenOf<AllContentMap[Type]>
}[keyof AllContentMap]

type AllContentMap = DocumentContentMap & PartContentMap

type ChildrenOf<Node> = Node extends {children: unknown} ? ParentWithParts : unknown

interface ParentWithParts {
  children: NodeWithParts[]
}

/** A whole page whose tree has parts. */
export interface RootWithParts extends Parent {
  type: 'root'
  children: NodeWithParts[]
}

/** A whole page. */
export interface Root extends Parent {
  type: 'root'
  children: FlowContent[]
}

/** The page's title where the dialect writes it down: the first line of a rendered page, Markdown's `# …`. */
export interface Title extends Parent {
  type: 'title'
  children: PhrasingContent[]
}

/** `== Goals ==`; not the blank space or comments after the closing `=`. */
export interface Heading extends Parent {
  type: 'heading'
  depth: 1 | 2 | 3 | 4 | 5 | 6
  children: PhrasingContent[]
}

/** Lines of running text; line ends are in its `text` nodes. */
export interface Paragraph extends Parent {
  type: 'paragraph'
  children: PhrasingContent[]
}

/** A run of `*` or `#` items. */
export interface List extends Parent {
  type: 'list'
  ordered: boolean
  children: ListItem[]
}

/**
 * One item with what is nested in it, from its bullet (for a nested item: from its own level's bullet
 * where its line opens that level, else from the start of its line) to the end of its last nested item.
 *
 * ```markdown
 * | * a
 *   ^^^^
 * | ** b
 *   ^^^^    the item `a`
 *    ^^^    where the line before is not an item `a`, the nested item `b`
 * ```
 */
export interface ListItem extends Parent {
  type: 'listItem'
  children: (Paragraph | List | DefinitionList | FlowContent)[]
}

/** A run of `;` and `:` items. */
export interface DefinitionList extends Parent {
  type: 'definitionList'
  children: (DefinitionTerm | DefinitionDescription)[]
}

/** `;term`. */
export interface DefinitionTerm extends Parent {
  type: 'definitionTerm'
  children: (Paragraph | List | DefinitionList | FlowContent)[]
}

/** `:description`, also an indented line. */
export interface DefinitionDescription extends Parent {
  type: 'definitionDescription'
  children: (Paragraph | List | DefinitionList | FlowContent)[]
}

/** `{| … |}`. */
export interface Table extends Parent {
  type: 'table'
  /** What stands after `{|`, verbatim. */
  attributes: string
  /** Captions and rows, and what stands before the first of them. */
  children: (TableCaption | TableRow | FlowContent)[]
}

/** `|+ …`. */
export interface TableCaption extends Parent {
  type: 'tableCaption'
  children: FlowContent[]
}

/** `|- …`, or the cells before the first `|-`. */
export interface TableRow extends Parent {
  type: 'tableRow'
  /** What stands after `|-`, verbatim. */
  attributes: string
  /** Cells, and what stands before the first of them. */
  children: (TableCell | FlowContent)[]
}

/** `| …` or `! …`, from its mark to the next cell's. */
export interface TableCell extends Parent {
  type: 'tableCell'
  header: boolean
  /** What stands before the cell's `|`, verbatim. */
  attributes: string
  children: FlowContent[]
}

/** `----`. */
export interface ThematicBreak extends Node {
  type: 'thematicBreak'
}

/** Lines that open with a space; line ends and the spaces are in its `text` nodes. */
export interface Preformatted extends Parent {
  type: 'preformatted'
  children: PhrasingContent[]
}

/** `#REDIRECT [[target]]`. */
export interface Redirect extends Node {
  type: 'redirect'
  target: string
}

/** A piece of text; `value` is verbatim from the source. */
export interface Text extends Literal {
  type: 'text'
}

/** `''x''`. */
export interface Emphasis extends Parent {
  type: 'emphasis'
  children: PhrasingContent[]
}

/** `'''x'''`. */
export interface Strong extends Parent {
  type: 'strong'
  children: PhrasingContent[]
}

/** An external link: `[https://example.org text]`, or a bare address with itself as its text. */
export interface Link extends Parent {
  type: 'link'
  url: string
  children: PhrasingContent[]
}

/** `[[target|children]]trail`; without a `|` there are no children and the target is the text. */
export interface WikiLink extends Parent {
  type: 'wikiLink'
  /** As MediaWiki reads it: without comments, character references decoded. */
  target: string
  /** Letters glued to the end, that MediaWiki shows as a part of the link. */
  trail: string
  children: PhrasingContent[]
}

/** `[[File:target|option|option|caption]]`. */
export interface File extends Parent {
  type: 'file'
  target: string
  /** The parts behind the target that are not the caption, verbatim. */
  options: string[]
  /** The caption. */
  children: PhrasingContent[]
}

/** `[[Category:target|sortKey]]`. */
export interface Category extends Node {
  type: 'category'
  target: string
  sortKey: string | null
}

/** `{{name|argument|name=argument}}`. */
export interface Template extends Parent {
  type: 'template'
  /** What stands before the name: `subst:`, `safesubst:`, `msgnw:`, `msg:`, `raw:`. */
  modifier?: string
  /** As written, without comments, ends trimmed. */
  name: string
  children: TemplateArgument[]
}

/** What stands between two `|`, ends included. */
export interface TemplateArgument extends Parent {
  type: 'templateArgument'
  /** `null` for a positional argument. */
  name: string | null
  /** The value. */
  children: PhrasingContent[]
}

/** `{{{name|children}}}`. */
export interface TemplateParameter extends Parent {
  type: 'templateParameter'
  name: string
  /** The default value. */
  children: PhrasingContent[]
}

/**
 * `{{#if: … | … }}`: the first argument is what stands after the `:`. A variable, `{{PAGENAME}}`, is a parser function
 * without arguments.
 */
export interface ParserFunction extends Parent {
  type: 'parserFunction'
  /** As a template's. */
  modifier?: string
  /** With its `#`, without its `:`. */
  name: string
  children: TemplateArgument[]
}

/** An attribute of a tag; `value` is `null` for `<x hidden>`. */
export interface TagAttribute {
  name: string
  value: string | null
}

/**
 * A tag that wraps wikitext: `<div>…</div>`, `<translate>…</translate>`, `<tab name="Q1">…</tab>`, `<br>`. What
 * `<includeonly>` holds is in no node.
 */
export interface Tag extends Parent {
  type: 'tag'
  /** In lower case. */
  name: string
  attributes: TagAttribute[]
  /** `<tab name="Q1">`: no child, but a node ready to stand for the tag where its content is taken out. */
  opening: Html
  /** `</tab>`; `null` for `<br>`, `<section begin="x"/>`, and a `<li>` that ends where the next one starts. */
  closing: Html | null
  children: (FlowContent | PhrasingContent)[]
}

/** A panel of `<tabber>`, from its `label=` (the first one) or `|-|` to the next. */
export interface Tab extends Parent {
  type: 'tab'
  label: string
  /** `|-|label=`: no child, but a node ready to stand for it where the content is taken out. */
  opening: Html
  children: FlowContent[]
}

/** An extension tag whose content is not wikitext: `<nowiki>`, `<pre>`, `<math>`, `<ref>`, … */
export interface Extension extends Literal {
  type: 'extension'
  /** In lower case. */
  name: string
  attributes: TagAttribute[]
  /** The content, verbatim. */
  value: string
}

/** `<!-- value -->`. */
export interface Comment extends Literal {
  type: 'comment'
}

/** `&amp;`: `value` is the character it stands for. */
export interface Entity extends Literal {
  type: 'entity'
}

/** `~~~~`. */
export interface Signature extends Literal {
  type: 'signature'
}

/** `__TOC__`. */
export interface BehaviorSwitch extends Node {
  type: 'behaviorSwitch'
  /** Without its underscores, in upper case. */
  name: string
}

/** Markdown's `` `code` ``. */
export interface InlineCode extends Literal {
  type: 'inlineCode'
}

/** A forced line end of Markdown. */
export interface Break extends Node {
  type: 'break'
}

/** Markup that stands for itself: a tag taken out of its `tag` node or without another end, or HTML in Markdown. */
export interface Html extends Literal {
  type: 'html'
}

/** How a status is written: see the plan JSON. */
export type StatusForm = 'template' | 'angle' | 'bracket' | 'text' | 'malformed'

/** A status marker: `{{done}}`, `<<Done>>`, the word `Done` of a rendered page, or a malformed one. */
export interface Status extends Node {
  type: 'status'
  /** The vocabulary's stable name of the status, such as `in-progress`. */
  value: string
  /** The status's usual name, such as `In progress`. */
  label: string
  form: StatusForm
  /** As written. */
  raw: string
}

/** A part that is a stretch of text, with what stands in it. */
interface TextPart extends Parent {
  children: PhrasingContent[]
}

/** `subst:` in `{{subst:Note|July}}`. */
export interface Modifier extends TextPart {
  type: 'modifier'
}

/** What a template is called by: `Note` in `{{Note|July}}`, blank space included. */
export interface TemplateName extends TextPart {
  type: 'templateName'
}

/** `#if` in `{{#if:a|b}}`. */
export interface FunctionName extends TextPart {
  type: 'functionName'
}

/** `text ` in `{{Note|text = July}}`. */
export interface ArgumentName extends TextPart {
  type: 'argumentName'
}

/** ` July` in `{{Note|text = July}}`; it may be empty. */
export interface ArgumentValue extends TextPart {
  type: 'argumentValue'
}

/** `owner` in `{{{owner|nobody}}}`. */
export interface ParameterName extends TextPart {
  type: 'parameterName'
}

/** `nobody` in `{{{owner|nobody}}}`. */
export interface ParameterDefault extends TextPart {
  type: 'parameterDefault'
}

/** `Help:Contents` in `[[Help:Contents|help]]`; of a file, category or redirect, too. */
export interface LinkTarget extends TextPart {
  type: 'linkTarget'
}

/** `help` in `[[Help:Contents|help]]` and `[https://example.org help]`. */
export interface LinkText extends TextPart {
  type: 'linkText'
}

/** `https://example.org` in `[https://example.org help]`. */
export interface LinkAddress extends TextPart {
  type: 'linkAddress'
}

/** `[[Help:Contents]]` in `#REDIRECT [[Help:Contents]]`. */
export interface RedirectTarget extends Parent {
  type: 'redirectTarget'
  children: (LinkTarget | LinkText)[]
}

/** `thumb` and `alt=A ship` in `[[File:Ship.png|thumb|alt=A ship]]`. */
export interface FileOption extends TextPart {
  type: 'fileOption'
}

/** `The ferry` in `[[File:Ship.png|thumb|The ferry]]`. */
export interface FileCaption extends TextPart {
  type: 'fileCaption'
}

/** `Sea` in `[[Category:Ships|Sea]]`. */
export interface SortKey extends TextPart {
  type: 'sortKey'
}

/** `class="a"` in a tag, table, row or cell. */
export interface Attribute extends Parent {
  type: 'attribute'
  children: (AttributeName | AttributeValue)[]
}

/** `class` in `class="a"`. */
export interface AttributeName extends TextPart {
  type: 'attributeName'
}

/** `a` in `class="a"`, without its quotes. */
export interface AttributeValue extends TextPart {
  type: 'attributeValue'
}

/** `RFC 1149`, `PMID 1` or `ISBN 978-0-306-40615-7`, which some wikis link. */
export interface MagicLink extends Parent {
  type: 'magicLink'
  children: Text[]
}

/** `-{zh-hans:a; zh-hant:b}-`, of which some wikis show each reader one; its children are all between its braces. */
export interface LanguageVariant extends TextPart {
  type: 'languageVariant'
}

/** A line of `<gallery>`: `File:Ship.png|The ferry`. */
export interface GalleryLine extends Parent {
  type: 'galleryLine'
  children: (LinkTarget | FileOption | FileCaption)[]
}

export type {Position, UnistLiteral, UnistNode, UnistParent}
