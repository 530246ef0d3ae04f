import type {SectionKind} from './section-kinds.ts'

/** A status that pages use. */
export interface StatusEntry {
  /** Its stable name: `in-progress`. */
  value: string
  /** Its usual name, as rendered pages show it: `In progress`. */
  label: string
  /** Other names of its template. */
  aliases?: string[]
  /** What it is called where the place alone says that it is a status: in a column of statuses, behind an icon. */
  words?: string[]
  /** Words before which the label opens a sentence of prose, in a rendered page: `To do this well, …`. */
  proseBefore?: string[]
}

/** A field label that has a stable key. */
export interface FieldEntry {
  /** The key: `goalOwner`. */
  name: string
  /** How labels that mean it open: `Goal owner` is also the key of `Goal owners for 2031`. */
  labels: string[]
  /** The kind of section that a heading opens where such a line stands directly under it. */
  section?: SectionKind
}

/**
 * The words that `recognize` and the readers look for: data, in one place. Words are compared without
 * case; the first of each list is the one that writers write.
 */
export interface Vocabulary {
  statuses: StatusEntry[]
  /** Twelve lists, January first: the full name, then abbreviations. */
  months: string[][]
  labels: {
    /** `Note: July 2030`. */
    note: string[]
    /** `Dependencies on: …`. */
    dependencies: string[]
    /** `Primary team: …`: the first is the singular, the second the plural. */
    primaryTeams: string[]
    /** `[stretch] …`, `Stretch: …`. */
    stretch: string[]
    /** What stands before a key result's code or its text: `Key result KR1`, `Key result: …`. */
    keyResult: string[]
    hypothesis: string[]
    /** What stands before a task's code: `Task C101`. */
    task: string[]
    /** Labels of a section's statement, which are no fields: `Objective: …`. */
    statement: string[]
  }
  headings: {
    /** The heading over goals. */
    goals: string[]
    /** The heading over notes. */
    status: string[]
    /** The heading over key results. */
    keyResults: string[]
    /** The heading over hypotheses. */
    hypotheses: string[]
    /** Headings over a section's statement: `Objective`. */
    statement: string[]
    /** What an outcome's heading opens with; so for the other kinds of sections. */
    outcome: string[]
    output: string[]
    program: string[]
    objective: string[]
    team: string[]
    strategy: string[]
    group: string[]
    /** What stands before a quarter's number; one letter may touch it (`Q2`). */
    quarter: string[]
    /** Words of the heading that a plan stands under. */
    plan: string[]
    /** Headings that end a section: `See also`. */
    end: string[]
  }
  /** What stands between the last two of several numbers. */
  conjunctions: string[]
  /** What stands before the quarter that a page is about: `Goals for Q3 FY30/31`. */
  purposes: string[]
  /** Four lists: what each quarter is called beside its number. */
  quarters: string[][]
  fields: FieldEntry[]
  /** The headers of tables of goals, without what stands in brackets, quarters and years. */
  columns: {
    goal: string[]
    hypothesis: string[]
    keyResult: string[]
    /** What has a goal's text only where another column has its code. */
    text: string[]
    code: string[]
    objective: string[]
    keyResults: string[]
    status: string[]
    dependencies: string[]
    primaryTeams: string[]
    outcome: string[]
    output: string[]
    program: string[]
    strategy: string[]
    /** What a table of tasks calls them, where another column has their status or owner. */
    item: string[]
    /** What other tables have, too: one of tasks has both. */
    topic: string[]
    /** A narrower word than those, beside which they are a field. */
    part: string[]
  }
  /** What a cell for teams says where there are none: `None`. */
  nothing: string[]
  fiscalYear: {
    /** What stands before a fiscal year: `FY`. */
    prefixes: string[]
    /** The month a fiscal year starts in, 1 to 12. */
    startMonth: number
  }
  /** The texts of section edit links, as they stick to the lines of a rendered page. */
  editLinks: string[]
  /** How lines open that the skin of a wiki has at a rendered page's start, and that are no title. */
  skinLinks: string[]
  /** What a rendered page's status icons leave before their label: `Yes Done`, `N Postponed`, `✅ Done`. */
  statusIcons: string[]
}

/** A part of a vocabulary, to extend the English one with; its words stand before the English ones. */
export interface VocabularyExtension {
  statuses?: StatusEntry[]
  months?: string[][]
  labels?: Partial<Vocabulary['labels']>
  headings?: Partial<Vocabulary['headings']>
  conjunctions?: string[]
  purposes?: string[]
  quarters?: string[][]
  fields?: FieldEntry[]
  columns?: Partial<Vocabulary['columns']>
  nothing?: string[]
  fiscalYear?: Partial<Vocabulary['fiscalYear']>
  editLinks?: string[]
  skinLinks?: string[]
  statusIcons?: string[]
}
