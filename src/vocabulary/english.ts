import type {Vocabulary} from './types.ts'

/** The words of English plan pages. */
export const english: Vocabulary = {
  statuses: [
    {
      value: 'done',
      label: 'Done',
      aliases: [
        ...['complete', 'completed', 'finished', 'resolved', 'achieved', 'implemented'],
        ...['yes', 'y', 'tick']
      ],
      words: ['confirmed', '✅']
    },
    {
      value: 'in-progress',
      label: 'In progress',
      aliases: ['inprogress', 'ongoing', 'wip', 'doing', 'started', 'working']
    },
    {
      value: 'partially-done',
      label: 'Partially done',
      aliases: ['partly done', 'partial', 'mostly done']
    },
    {
      value: 'to-do',
      label: 'To do',
      aliases: ['todo', 'not started', 'planned'],
      words: ['draft', 'pending'],
      proseBefore: [
        ...[
          'this',
          'that',
          'these',
          'those',
          'it',
          'them',
          'so',
          'all',
          'any',
          'what',
          'more',
          'well'
        ],
        ...['the', 'a', 'an', 'our', 'their', 'list', 'lists']
      ]
    },
    {value: 'postponed', label: 'Postponed', aliases: ['deferred', 'delayed']},
    {value: 'stalled', label: 'Stalled', aliases: ['on hold', 'paused']},
    {value: 'blocked', label: 'Blocked'},
    {
      value: 'not-done',
      label: 'Not done',
      aliases: [
        'undone',
        'not complete',
        'incomplete',
        'missed',
        'not achieved',
        'no',
        'n',
        'cross'
      ]
    },
    {
      value: 'cancelled',
      label: 'Cancelled',
      aliases: ['canceled', 'declined', 'dropped', 'abandoned'],
      words: ['overtaken by events']
    },
    {value: 'on-track', label: 'On track'},
    {value: 'at-risk', label: 'At risk'},
    {value: 'off-track', label: 'Off track'}
  ],
  months: [
    ['January', 'Jan'],
    ['February', 'Feb'],
    ['March', 'Mar'],
    ['April', 'Apr'],
    ['May'],
    ['June', 'Jun'],
    ['July', 'Jul'],
    ['August', 'Aug'],
    ['September', 'Sept', 'Sep'],
    ['October', 'Oct'],
    ['November', 'Nov'],
    ['December', 'Dec']
  ],
  labels: {
    note: ['Note', 'Notes', 'Update'],
    dependencies: ['Dependencies on', 'Dependency on', 'Dependencies', 'Depends on'],
    primaryTeams: ['Primary team', 'Primary teams', 'Primary team(s)'],
    stretch: ['stretch', 'stretch goal'],
    keyResult: ['Key result'],
    hypothesis: ['Hypothesis'],
    task: ['Task'],
    statement: ['Objective', 'Purpose', 'Mission', 'Outcome', 'Statement']
  },
  headings: {
    goals: ['Goal(s)', 'Goals', 'Goal'],
    status: ['Status', 'Status update', 'Status updates', 'Status update(s)'],
    keyResults: ['Key results', 'Key result', 'Key result(s)'],
    hypotheses: ['Hypotheses', 'Hypothesis'],
    statement: ['Objective', 'Purpose', 'Mission', 'Statement', 'Overview', 'OKR overview'],
    outcome: ['Outcome', 'Outcomes'],
    output: ['Output', 'Outputs'],
    program: ['Program', 'Programs', 'Programme', 'Programmes'],
    objective: ['Objective', 'Objectives'],
    team: ['Team', 'Teams'],
    strategy: ['Strategy', 'Strategies'],
    group: ['Group', 'Cluster', 'Focus area', 'Theme', 'Pillar', 'Priority'],
    quarter: ['Q', 'Quarter'],
    plan: ['Goal', 'Goals', 'Plan', 'Program', 'Programs', 'Status', 'OKR', 'OKRs'],
    end: ['See also', 'References', 'External links', 'Footnotes']
  },
  conjunctions: ['and', '&'],
  purposes: ['for', 'for the'],
  quarters: [
    ['first quarter', '1st quarter'],
    ['second quarter', '2nd quarter'],
    ['third quarter', '3rd quarter'],
    ['fourth quarter', '4th quarter']
  ],
  fields: [
    {
      name: 'goalOwner',
      labels: ['Goal owner', 'Goal owners', 'Goal owner(s)', 'Overall goal owner']
    },
    {name: 'programGoals', labels: ['Program goal', 'Program goals']},
    {name: 'annualPlan', labels: ['Annual plan']},
    {name: 'primaryGoal', labels: ['Primary goal']},
    {name: 'techGoal', labels: ['Tech goal']},
    {name: 'teamManager', labels: ['Team manager', 'Team managers'], section: 'team'},
    {
      name: 'goalSettingOwner',
      labels: ['Goal setting process owner', 'Goal setting owner'],
      section: 'team'
    },
    {
      name: 'objectiveManager',
      labels: ['Objective manager', 'Objective managers', 'Objective owner'],
      section: 'objective'
    },
    {
      name: 'keyResultsManager',
      labels: ['Key results manager', 'Key result manager', 'Key results managers'],
      section: 'objective'
    },
    {name: 'owner', labels: ['Owner', 'Owners', 'Owner(s)', 'Lead', 'Leads'], section: 'group'},
    {name: 'accountable', labels: ['Accountable'], section: 'objective'},
    {name: 'eta', labels: ['ETA', 'Due', 'Due date', 'Target date']},
    {name: 'metric', labels: ['Metric', 'Metrics']}
  ],
  columns: {
    goal: [
      ...['Goal', 'Goals', 'Quarterly goal', 'Quarterly goals', 'Quarterly work', 'Annual goal'],
      ...['Measure', 'Measures']
    ],
    hypothesis: ['Hypothesis', 'Hypothesis text'],
    keyResult: ['Key result text'],
    text: ['Text', 'Description'],
    code: ['Code', 'Key result shortname', 'Hypothesis shortname', 'Shortname'],
    objective: ['Objective', 'Objectives', 'Annual plan objective', 'Annual plan objectives'],
    keyResults: ['Key result', 'Key results'],
    status: ['Status', 'Current status'],
    dependencies: ['Dependency', 'Dependencies', 'Depends on', 'Dependent on'],
    primaryTeams: ['Team', 'Teams', 'Primary team', 'Primary teams'],
    outcome: ['Outcome', 'Outcomes', 'Annual plan outcome', 'Annual plan outcomes'],
    output: ['Output', 'Outputs', 'Annual plan output', 'Annual plan outputs'],
    program: ['Program', 'Programme', 'Annual plan program'],
    strategy: ['Strategy', 'Strategies'],
    item: ['Task', 'Action'],
    topic: ['Topic', 'Activity', 'Item'],
    part: ['Subtopic', 'Subtask']
  },
  nothing: ['None', 'N/A', 'TBD', 'TBA', 'Nothing', 'n.a.'],
  fiscalYear: {prefixes: ['FY', 'Fiscal year'], startMonth: 7},
  editLinks: ['edit', 'edit source'],
  skinLinks: [
    ...['Jump to content', 'Jump to navigation', 'Jump to search', 'From'],
    ...['Translate this page', 'This page is a translated version of', 'Other languages']
  ],
  statusIcons: ['Yes', 'Y', 'No', 'N', 'Incomplete', '✅']
}
