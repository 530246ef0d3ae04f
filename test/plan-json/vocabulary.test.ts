/** Plan JSON of a page with words of its own is read by these, through each entry. */
import {describe, expect, it} from 'vitest'
import {diff, fromJson, parse, toJson} from '../../src/index.ts'

const vocabulary = {statuses: [{value: 'parked', label: 'Geparkt', aliases: []}]}
const page = '== Outcome 1 ==\n=== Goals ===\n* Row {{Geparkt}}\n'
const json = toJson(parse(page, {vocabulary}))
const swum = toJson(parse(page.replace('Row', 'Swim'), {vocabulary}))

describe('a status of the page’s own', () => {
  it('should be read by `parse`', () => {
    const options = {from: 'json', vocabulary} as const
    expect(toJson(parse(JSON.stringify(json), options))).toEqual(json)
  })

  it('should be read by `fromJson`', () => {
    expect(toJson(fromJson(json, {vocabulary}))).toEqual(json)
  })

  it('should be read by `diff`', () => {
    const changes = diff(json, swum, {vocabulary})
    expect(changes).toEqual(diff(fromJson(json, {vocabulary}), fromJson(swum, {vocabulary})))
    expect(changes).not.toEqual([])
  })

  it('should be refused where its words are not given', () => {
    expect(() => diff(json, swum)).toThrow(/"parked" is not a status/)
  })
})
