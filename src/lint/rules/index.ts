/** Every rule, in the order that the documentation has them. */
import {codeDuplicate} from './code-duplicate.ts'
import {codeWithoutParent} from './code-without-parent.ts'
import {columnUnknown} from './column-unknown.ts'
import {dateAmbiguous} from './date-ambiguous.ts'
import {dateImpossible} from './date-impossible.ts'
import {dateOdd} from './date-odd.ts'
import {createDisableUnknown} from './disable-unknown.ts'
import {etaPast} from './eta-past.ts'
import {goalDoneOpenTasks} from './goal-done-open-tasks.ts'
import {goalDuplicate} from './goal-duplicate.ts'
import {goalWithoutStatus} from './goal-without-status.ts'
import {goalsEmpty} from './goals-empty.ts'
import {headingSkipped} from './heading-skipped.ts'
import {keyResultUnmeasured} from './key-result-unmeasured.ts'
import {markupUnclosed} from './markup-unclosed.ts'
import {noteOutsideYear} from './note-outside-year.ts'
import {noteUndated} from './note-undated.ts'
import {notesOrder} from './notes-order.ts'
import {outcomeDuplicate} from './outcome-duplicate.ts'
import {outcomeUnparsed} from './outcome-unparsed.ts'
import {outcomeWithoutGoals} from './outcome-without-goals.ts'
import {planMissing} from './plan-missing.ts'
import {rowLength} from './row-length.ts'
import {sectionEmpty} from './section-empty.ts'
import {statusBehindNote} from './status-behind-note.ts'
import {statusConflict} from './status-conflict.ts'
import {statusInconsistent} from './status-inconsistent.ts'
import {statusMalformed} from './status-malformed.ts'
import {statusMisspelt} from './status-misspelt.ts'
import {statusStray} from './status-stray.ts'
import {statusUnknown} from './status-unknown.ts'
import {teamComma} from './team-comma.ts'
import {teamInconsistent} from './team-inconsistent.ts'
import type {Rule} from '../types.ts'

export const rules: readonly Rule[] = [
  statusMalformed,
  statusMisspelt,
  statusUnknown,
  statusStray,
  statusConflict,
  statusInconsistent,
  statusBehindNote,
  goalDoneOpenTasks,
  goalWithoutStatus,
  etaPast,
  keyResultUnmeasured,
  goalDuplicate,
  goalsEmpty,
  outcomeWithoutGoals,
  outcomeDuplicate,
  outcomeUnparsed,
  codeDuplicate,
  codeWithoutParent,
  rowLength,
  columnUnknown,
  planMissing,
  noteUndated,
  notesOrder,
  noteOutsideYear,
  dateImpossible,
  dateAmbiguous,
  dateOdd,
  teamComma,
  teamInconsistent,
  sectionEmpty,
  headingSkipped,
  markupUnclosed,
  createDisableUnknown(() => ruleIds)
]

/** The rules' ids. */
export const ruleIds: ReadonlySet<string> = new Set(rules.map(({id}) => id))
