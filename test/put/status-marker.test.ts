import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {StatusJson} from '../../src/plan/json/types.ts'
import {spellStatus} from '../../src/change/edits/status-marker.ts'
import {parse} from '../../src/parse.ts'
import {toJson} from '../../src/plan/json/to-json.ts'
import {english, extendVocabulary, findStatus} from '../../src/vocabulary/index.ts'

/** Statuses as the page writes them. */
function read(...raws: string[]): StatusJson[] {
  const page = `== Goals FY30/31 ==\n=== Outcome 1 ===\n==== Goals ====\n${raws.map((raw) => `* Wind the clocks ${raw}\n`).join('')}`
  return toJson(parse(page)).periods[0]!.sections[0]!.goals.map(({status}) => status!)
}

function spell(value: string, ...groups: string[][]): string {
  const {label} = english.statuses.find((entry) => entry.value === value)!
  return spellStatus(
    {value, label},
    groups.map((group) => read(...group)),
    english
  )
}

describe('spelling a status', () => {
  it.each([
    ['as the house does, alone', 'in-progress', [], '{{In progress}}'],
    ['as siblings write the same', 'done', [['{{done}}', '{{To do}}', '{{To do}}']], '{{done}}'],
    ['as most of them do', 'done', [['{{Done}}', '{{done}}', '{{done}}']], '{{done}}'],
    ['by an alias of theirs', 'done', [['{{complete}}']], '{{complete}}'],
    ['as the page does, where siblings do not', 'done', [['{{To do}}'], ['<<done>>']], '<<done>>'],
    ['with their small letter', 'done', [['{{to do}}']], '{{done}}'],
    ['with their capital', 'done', [['{{To do}}'], ['{{stalled}}', '{{stalled}}']], '{{Done}}'],
    ['in their brackets', 'in-progress', [['<<Done>>']], '<<In progress>>'],
    ['in their brackets, small', 'in-progress', [['<<done>>']], '<<in progress>>'],
    ['not like malformed ones', 'done', [['{[done}}', '{{done}', '{{donne}}']], '{{Done}}'],
    ['not like ones with arguments', 'done', [['{{done|2030}}', '{{done|2031}}']], '{{Done}}'],
    [
      'like the well-formed one among others',
      'done',
      [['{[done}}', '{{done|1}}', '{{stalled}}']],
      '{{done}}'
    ]
  ])('should be %s', (_, value, groups, expected) => {
    expect(spell(value, ...groups)).toBe(expected)
  })

  it('should not be like rendered text', () => {
    const rendered: StatusJson = {value: 'done', label: 'Done', form: 'text', raw: 'Yes Done'}
    expect(spellStatus({value: 'done', label: 'Done'}, [[rendered]], english)).toBe('{{Done}}')
  })

  it('should mean the value, whatever the label says', () => {
    expect(spellStatus({value: 'done', label: 'Hooray'}, [], english)).toBe('{{Done}}')
    expect(spellStatus({value: 'done', label: 'Stalled'}, [read('{{to do}}')], english)).toBe(
      '{{done}}'
    )
  })

  it('should be the label of a status that no vocabulary knows, as a name can be', () => {
    const spellOwn = (label: string) => spellStatus({value: 'adrift', label}, [], english)
    expect(spellOwn('Adrift at sea')).toBe('{{Adrift at sea}}')
    expect(spellOwn('Adrift}} {{done|[[x]]\n<b>')).toBe('{{Adrift done x b}}')
    expect(spellOwn('}}')).toBe('{{adrift}}')
    expect(spellStatus({value: 'adrift', label: 'Adrift'}, [read('<<to do>>')], english)).toBe(
      '{{Adrift}}'
    )
  })

  it('should refuse a status without a name', () => {
    expect(() => spellStatus({value: '', label: '{}'}, [], english)).toThrow(TypeError)
  })

  it('should be of the vocabulary', () => {
    const vocabulary = extendVocabulary({statuses: [{value: 'done', label: 'Fertig'}]})
    expect(spellStatus({value: 'done', label: 'Fertig'}, [read('{{to do}}')], vocabulary)).toBe(
      '{{fertig}}'
    )
    expect(spellStatus({value: 'done', label: 'Done'}, [], vocabulary)).toBe('{{Done}}')
  })

  it('should read back', () => {
    const raws = [
      '{{done}}',
      '{{Done}}',
      '<<Done>>',
      '{{ to do }}',
      '{{Template:done}}',
      '{{done',
      '{done}',
      '{{stalled|x}}'
    ]
    const group = fc.array(fc.constantFrom(...raws), {maxLength: 4})
    const statuses = fc.constantFrom(...english.statuses)
    fc.assert(
      fc.property(statuses, fc.array(group, {maxLength: 3}), ({value, label}, groups) => {
        const raw = spellStatus(
          {value, label},
          groups.map((raws) => read(...raws)),
          english
        )
        expect(read(raw)[0]).toMatchObject({value, raw})
        expect(read(raw)[0]!.form).not.toBe('malformed')
        expect(findStatus(english, raw.slice(2, -2))?.value).toBe(value)
      })
    )
  })
})
