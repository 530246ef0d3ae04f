/**
 * Where Parsoid of MediaWiki 1.39 sees something else than we do, and why that is to stay.
 *
 * Each page is compared as any other, and has to differ in just the ranges that are listed.
 */

/** What only we see, and what only Parsoid sees, each as `strong 4-11`. */
export interface Difference {
  ours?: readonly string[]
  parsoid?: readonly string[]
}

/** A reason to differ, and pages that show it. */
export interface KnownDifference {
  reason: string
  pages: Record<string, Difference>
}

export const knownDifferences: readonly KnownDifference[] = [
  // What only rendering can know.
  {
    reason: `What a template expands to is only known when a page is shown: a link, that no link may hold,
      or a part of the name of another template.`,
    pages: {
      '[[a|{{no such page}}]]': {ours: ['wikiLink 0-22']},
      '[https://a.example {{no such page}}]': {ours: ['template 19-35']},
      '{{{{{a}}}}}': {ours: ['template 0-11'], parsoid: ['template 2-9']}
    }
  },
  {
    reason: `Browsers show what stands in a table before its first row or cell before the table, and Parsoid ends
      the table there. To us it is content of the table.`,
    pages: {
      '{|\n:{|\n| a\n|}\n|}': {
        ours: ['table 0-16', 'description 3-13'],
        parsoid: ['table 0-4']
      }
    }
  },
  {
    reason: `HTML has no link in a link: it ends the outer one where the inner one starts, which has no place
      of its own then.`,
    pages: {
      '[https://a.example b [[c]] d]': {ours: ['wikiLink 21-26']},
      '[https://a.example [[b]]]': {ours: ['wikiLink 19-24']}
    }
  },
  {
    reason: `HTML closes a tag of running text where a paragraph or item ends, and opens it again in the next:
      none of these elements is the pair that is on the page.`,
    pages: {
      '<small>\n* a\n* b\n</small>': {ours: ['tag 0-24']},
      '<span>a\n\nb</span>': {ours: ['tag 0-17']},
      '<b>a\n\nb</b>': {ours: ['tag 0-11']},
      '<i>a\n* b</i>': {ours: ['tag 0-12', 'bulletedItem 5-8'], parsoid: ['bulletedItem 5-12']},
      "''a<pre>b</pre>''": {ours: ['emphasis 0-17'], parsoid: ['emphasis 0-3', 'emphasis 3-17']}
    }
  },
  {
    reason: `The blank of a magic link may be written as a reference, which is a node of its own to us.`,
    pages: {'* a RFC&nbsp;1149': {parsoid: ['magicLink 4-17']}}
  },
  {
    reason: `Extensions are up to a wiki, too. Without them their tags are text to it; we know them all.`,
    pages: {
      "<score>''a''</score>": {ours: ['extension 0-20'], parsoid: ['emphasis 7-12']},
      '<hiero>[[a]]</hiero>': {ours: ['extension 0-20'], parsoid: ['wikiLink 7-12']}
    }
  },

  // Where our tree is simpler, on purpose.
  {
    reason: `A list holds only items, as in mdast: a comment between two of them is a child of the first one,
      which ends after it. In HTML it stands between them.`,
    pages: {
      '* a\n<!-- b -->\n* c': {ours: ['bulletedItem 0-14'], parsoid: ['bulletedItem 0-3']},
      '# a\n## b\n<!-- c -->\n## d': {ours: ['numberedItem 4-19'], parsoid: ['numberedItem 4-8']},
      '; a\n<!-- b -->\n: c': {ours: ['term 0-14'], parsoid: ['term 0-15']},
      '<noinclude>\n* a\n</noinclude>* b': {
        ours: ['bulletedItem 12-28'],
        parsoid: ['bulletedItem 12-15']
      }
    }
  },
  {
    reason: `A tree can only nest: bold and italics stay within the tag that they start in. MediaWiki's overlap
      it, and HTML puts that right by moving and doubling elements.`,
    pages: {
      "''a <span>b'' c</span>": {
        ours: ['emphasis 0-22', 'tag 4-22', 'emphasis 11-15'],
        parsoid: ['emphasis 0-13']
      },
      "<span>''a</span> b''": {ours: ['emphasis 18-20'], parsoid: ['emphasis 16-20']},
      "<b>''a</b>''": {
        ours: ['tag 0-10', 'emphasis 3-6', 'emphasis 10-12'],
        parsoid: ['tag 0-12', 'emphasis 3-8']
      },
      "'''<span>a'''</span>": {
        ours: ['strong 0-20', 'tag 3-20', 'strong 10-13'],
        parsoid: ['strong 0-13']
      },
      "<div>''a</div>b''": {ours: ['emphasis 15-17'], parsoid: ['emphasis 14-17']}
    }
  },
  {
    reason: `What leaves nothing in the page leaves what follows it at the start of a line. We read both as
      running text.`,
    pages: {
      '[[Category:a]] b': {parsoid: ['preformatted 14-16']},
      '#REDIRECT [[a]] b': {parsoid: ['preformatted 15-17']}
    }
  },
  {
    reason: `The lines of a link's text are running text to us. MediaWiki reads headings before links.`,
    pages: {
      '[[a|b\n= c =\nd]]': {parsoid: ['heading1 6-11']},
      '[[File:a.png|thumb|b\n== c ==\nd]]': {parsoid: ['heading2 21-28']}
    }
  },
  {
    reason: `We end an address at a comment, which is a node of its own. In MediaWiki the address goes on.`,
    pages: {
      'https://a.example<!-- b -->c': {ours: ['link 0-17'], parsoid: ['link 0-28']}
    }
  },
  {
    reason: `A character reference that does not exist keeps a title from being one. We do not look for it.`,
    pages: {
      '{{&a;}}': {ours: ['template 0-7']},
      '[[a&b;|c]]': {ours: ['wikiLink 0-10']}
    }
  },

  {
    reason: `Blank space that an item ends with at the end of a cell is in no node of ours, as that of the cell; so is
      that behind a table that has no end.`,
    pages: {
      '{|\n| a\n* b \n|}': {ours: ['bulletedItem 7-10'], parsoid: ['bulletedItem 7-11']},
      '{|\n| a\n:{|\n| b\n\n': {ours: ['description 7-14'], parsoid: ['description 7-16']}
    }
  },
  {
    reason: `MediaWiki decides by the last tag of a block on the lines before whether a line that starts with a blank
      is preformatted. We look at the tag that it stands in.`,
    pages: {
      '<p>a<div></div>\n é \n</p>': {ours: ['tag 0-24'], parsoid: ['preformatted 16-18']}
    }
  },

  // Where MediaWiki's own parser, which shows pages to readers, agrees with us.
  {
    reason: `To Parsoid 0.16 a ; behind : starts a term of its own. To MediaWiki's own parser they are the same there.`,
    pages: {
      ':: a\n;: b': {
        ours: ['description 0-9', 'description 5-9'],
        parsoid: ['description 0-4', 'term 5-9', 'description 6-9']
      }
    }
  },
  {
    reason: `Parsoid 0.16 takes a line in <li> that starts with a blank for preformatted behind a list.`,
    pages: {
      '<ul>\n<li>\n: a\n b\n</li>\n</ul>': {parsoid: ['preformatted 14-16']}
    }
  },
  {
    reason: `Parsoid 0.16 sees no heading where braces stay open before it and it has two closing ones.`,
    pages: {
      '{{a} b\n== c {[d}} ==': {ours: ['heading2 7-20']},
      '* {{a} b\n\n== c {d}} ==': {ours: ['heading2 10-22']}
    }
  },
  {
    reason: `Parsoid 0.16 sees a heading's end in a template that goes on on the next line.`,
    pages: {
      '== a {{done|b == <!-- c -->\n}} ==': {
        ours: ['heading2 0-33', 'template 5-30'],
        parsoid: ['heading2 0-16']
      }
    }
  },
  {
    reason: `Parsoid 0.16 is out of step on pages with a comment that is never closed.`,
    pages: {
      '== a == <!-- b': {ours: ['heading2 0-7']},
      '== a == <!-- b\n\nc': {ours: ['heading2 0-7']},
      '<br>a<!-- b': {ours: ['tag 0-4'], parsoid: ['tag 0-1']}
    }
  },
  {
    reason: `Parsoid 0.16 finds no colon behind bold, italics or tags that hold one.`,
    pages: {
      "; '''a : b''' : c": {ours: ['term 0-14', 'description 14-17'], parsoid: ['term 0-17']},
      "; ''a:b'' : c": {ours: ['term 0-10', 'description 10-13'], parsoid: ['term 0-13']},
      ';<b>a:b</b>:c': {ours: ['term 0-11', 'description 11-13'], parsoid: ['term 0-13']}
    }
  },
  {
    reason: `Parsoid 0.16 takes a title that ends with a line end for a link.`,
    pages: {
      '[[a\n]]': {parsoid: ['wikiLink 0-6']},
      '[[a\n|b]]': {parsoid: ['wikiLink 0-8']},
      '[[Category:a\n]]': {parsoid: ['category 0-15']}
    }
  },
  {
    reason: `Parsoid 0.16 leaves an address whole that stands behind a link. Its first letters are a trail.`,
    pages: {
      '[[a]]https://b.example': {
        ours: ['wikiLink 0-10'],
        parsoid: ['wikiLink 0-5', 'link 5-22']
      }
    }
  },
  {
    reason: `Parsoid 0.16 has no templates that are named like an address or a switch.`,
    pages: {
      '{{https://a.example}}': {ours: ['template 0-21'], parsoid: ['link 2-20']},
      '{{__TOC__}}': {ours: ['template 0-11'], parsoid: ['behaviorSwitch 2-9']}
    }
  },
  {
    reason: `Parsoid 0.16 takes a switch before an address for a part of a word.`,
    pages: {'__TOC__https://a.example': {ours: ['link 7-24']}}
  },

  // Where Parsoid draws the line elsewhere, and nobody could tell.
  {
    reason: `Parsoid 0.16 sees no heading where a switch stands behind it. MediaWiki's own parser takes switches
      out first.`,
    pages: {'== a ==__NOTOC__': {ours: ['heading2 0-7']}}
  },
  {
    reason: `Parsoid 0.16 sees no heading or item behind a switch. MediaWiki's own parser takes switches out first.`,
    pages: {
      '__NOTOC__== a ==': {ours: ['heading2 9-16']},
      'a\n__NOTOC____FORCETOC__== b ==\nc': {ours: ['heading2 23-30']},
      '__NOTOC__* a\n* b': {ours: ['bulletedItem 9-12']},
      '__NOTOC__;a:b': {ours: ['term 9-11', 'description 11-13']}
    }
  },
  {
    reason: `Parsoid 0.16 keeps a link or language variant in a cell whole. MediaWiki's own parser reads tables first.`,
    pages: {
      '{|\n| [[Foo|a||b]] || c\n|}': {
        ours: ['cell 3-12', 'cell 12-17'],
        parsoid: ['cell 3-17', 'wikiLink 5-17']
      },
      '{|\n| a -{b||c}- || d\n|}': {ours: ['cell 3-10', 'cell 10-15'], parsoid: ['cell 3-15']}
    }
  },
  {
    reason: `Parsoid 0.16 lets a fragment hold tags and braces. In MediaWiki's own parser tags come before links.`,
    pages: {
      '[[a#<b>c</b>]]': {ours: ['tag 4-12'], parsoid: ['wikiLink 0-14']},
      '[[a#b}c]]': {parsoid: ['wikiLink 0-9']}
    }
  },
  {
    reason: `Parsoid 0.16 reads no template with an argument of a language variant that has a =.`,
    pages: {
      '{{done|a=-{b=c}-|-{d=e}-}}': {ours: ['template 0-26']}
    }
  },
  {
    reason: `Parsoid 0.16 takes a template against an address for a part of it. MediaWiki's own parser expands
      it first, and what it mostly shows, an element, ends the address.`,
    pages: {
      '[https://a.example{{done}} d]': {ours: ['template 18-26']},
      'https://a.example{{done}}d': {
        ours: ['link 0-17', 'template 17-25'],
        parsoid: ['link 0-26']
      }
    }
  },
  {
    reason: `Parsoid 0.16 counts a closing tag that leaves nothing in the page with the item before it.`,
    pages: {
      '* a {{done}}\n* b {{done}}<noinclude>\n[[Category:A]]</noinclude>': {
        ours: ['bulletedItem 13-25'],
        parsoid: ['bulletedItem 13-63']
      },
      '<noinclude>* a</noinclude>': {ours: ['bulletedItem 11-14'], parsoid: ['bulletedItem 11-26']},
      '<onlyinclude>* a</onlyinclude>': {
        ours: ['bulletedItem 13-16'],
        parsoid: ['bulletedItem 13-30']
      }
    }
  },
  {
    reason: `Parsoid 0.16 ends an item before a closing tag that closes nothing. To us that is text in it.`,
    pages: {
      '* a</div>': {ours: ['bulletedItem 0-9'], parsoid: ['bulletedItem 0-3']},
      ': </div>': {ours: ['description 0-8'], parsoid: ['description 0-2']},
      '* a</div> b': {ours: ['bulletedItem 0-11'], parsoid: ['bulletedItem 0-3']}
    }
  },
  {
    reason: `Parsoid 0.16 ends preformatted lines before a comment or switch at their end.`,
    pages: {
      ' a <!-- b -->': {ours: ['preformatted 0-13'], parsoid: ['preformatted 0-2']},
      ' a __TOC__': {ours: ['preformatted 0-10'], parsoid: ['preformatted 0-2']},
      ' == <!-- a -->\nb': {ours: ['preformatted 0-14'], parsoid: ['preformatted 0-3']}
    }
  },
  {
    reason: `Parsoid 0.16 counts the line end with a term that holds nothing but a term.`,
    pages: {';; a\n; b\n: c': {ours: ['term 0-4'], parsoid: ['term 0-5']}}
  }
]

/** Pages of the corpus that differ, by their paths. */
export const knownCorpusDifferences: ReadonlyMap<string, Difference> = new Map()
