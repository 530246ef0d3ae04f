/** Short pages, each of which could tell two engines apart. */
export const pages = [
  ...['{{a}}', '{{a|b|c=d}}', '{{ a }}', '{{a\n|b\n}}', '{{a\nb}}', '{{a{{b}}|c}}', '{{{{a}}b}}'],
  ...['{{a|b=<nowiki>|</nowiki>}}', '{{a|<nowiki>}}', '{{a|\n== b ==\n}}', '{{a|[[b|c]]|d}}'],
  ...['{{a<!-- b -->}}', '{{a|{{b|{{c}}}}}}', '{{a', '{{a}', '{{a]]', '{a}}', '{{}}', '{{a|=b}}'],
  ...['{{{a}}}', '{{{a|b|c}}}', '{{{a|b}}', '{{{{{a}}}}}', '{{{{a}}}}', '{{{{{a}}}|b}}', '{{{}}}'],
  ...['{{#if:a|b|c}}', '{{ #if: a }}', '{{lc: A }}', '{{lc:a', '{{#tag:ref|a}}', '{{#invoke:a|b}}'],
  ...[
    '{{PAGENAME}}',
    '{{PAGENAME|a}}',
    '{{!}}',
    '{{=}}',
    '{{a|{{=}}}}',
    '{{subst:a|b}}',
    '{{msg:a}}'
  ],
  ...[
    '[[a]]',
    '[[a|b]]',
    '[[a|b|c]]',
    '[[a]]b',
    '[[ a ]]',
    '[[a#b]]',
    '[[:a]]',
    '[[a|[b]]]',
    '[[a]'
  ],
  ...['[[a\nb]]', '[[a|b\nc]]', '[[a|b\n* c]]', '[[a|\n{|\n|b\n|}\n]]', '[[a|\n== b ==\n]]'],
  ...['[[a|[[b|c]]', '[[a|[[b|c]]]]', '[[a|[[b|[[c]]]]]]', '[[a{{b}}c]]', '[[a{{!}}b]]', '[[[a]]]'],
  ...[
    '[[a|<!-- b',
    '[[https://a.example]]',
    '[[mailto:a]]',
    '[[a<b]]',
    '[[a{b]]',
    '[https://a.example b]'
  ],
  ...[
    '[[File:a.png]]',
    '[[File:a.png|thumb|b ]]',
    '[[Image:a.png|b [[c|d]] e]]',
    '[[:File:a.png]]'
  ],
  ...['[[Category:a]]', '[[category:a|b]]', '[[:Category:a]]', '[[Category:a|\n== b ==\n]]'],
  ...[
    '<b>a</b>',
    '<B>a</B>',
    '<b>a',
    'a</b>',
    '<span\nid=a>b</span>',
    '<br>',
    '<br/>',
    '<br\n/>',
    '</br>'
  ],
  ...[
    '<b a="<br>">c</b>',
    '<span title="{{a}}">b</span>',
    '<Done>',
    '<<Done>>',
    '<div>\n* a\n</div>'
  ],
  ...[
    '<nowiki>{{a}}</nowiki>',
    '<nowiki/>',
    '<nowiki>',
    '</nowiki>',
    '<ref name=a/>',
    '<ref>[[a]]</ref>'
  ],
  ...['<poem>{{a}}</poem>', '<gallery>\na.png|b\n</gallery>', '<pre>a</pre>', '<math>{{a</math>}}'],
  ...['<tabs>\n<tab name="a">\n* b\n</tab>\n</tabs>', '<tabber>\na=\n* b\n|-|c=\n{{d}}\n</tabber>'],
  ...[
    '<translate nowrap><!--T:1--> a</translate>',
    '<translate>\n== a ==\n</translate>',
    '<translate>a'
  ],
  ...['<section begin=a/>b<section end=a/>', '<languages/>', '<tvar name="a">b</tvar>'],
  ...[
    '<noinclude>a</noinclude>',
    '<onlyinclude>{{a}}</onlyinclude>',
    '<IncludeOnly>{{a}}</includeonly>'
  ],
  ...[
    '<includeonly>a',
    '<includeonly>\n* a\n</includeonly>\n* b',
    '<nowiki><includeonly></nowiki>'
  ],
  ...['<!-- a -->', '<!-- a\n-->* b', '<!-- {{a -->}}', '<!-- a', '<nowiki><!--</nowiki>-->'],
  ...[
    '__TOC__',
    '__toc__',
    '__TOC__a',
    '__HARBOUR__',
    '_ _',
    '__NOTOC__ __NOEDITSECTION__',
    '{{a|__TOC__}}'
  ],
  ...[
    '#REDIRECT [[a]]',
    '#redirect: [[a|b]] {{c}}',
    '\n#REDIRECT [[a]]\n* b',
    '* a\n#REDIRECT [[b]]'
  ],
  ...['\ufeff#REDIRECT [[a]]', '#REDIRECT [[Category:a]]', '#REDIRECT a', '#REDIRECT {{a}}'],
  ...[
    '{|\n! a !! {{b|c}}\n|-\n| [[d|e]] || f\n|}',
    '{|\n|<div>a</div>\n|}',
    '{|\n| a',
    '{{{!}}\n| a\n{{!}}}'
  ],
  ...[
    '-{a}-',
    '-{[[a]]}-',
    '{{a|-{b}-}}',
    '{{a|b}-}}',
    '~~~~ &amp; &#65;',
    'a\u2028{{b}}',
    '\ue000 {{a}}'
  ]
]

/** Pages with characters that wikiparser-node drops or keeps for itself. */
export const odd = [
  ...[
    '* {{done}}\r\n* [[a]]\r\n',
    '{{a\r\n|b\r\n}}\r\n{{c}}',
    '== a ==\r* {{b}}\r* [[c]]\r',
    '\r\r\n\r{{a}}\r'
  ],
  ...[
    '\0{{done}}',
    '{{do\0ne}}',
    '{\0{done}}',
    '[[a\0|b]]\0',
    '<b\0>a</b>',
    '<nowiki>\0</nowiki>{{a}}'
  ],
  ...[
    '\x7f{{done}}',
    '{{a|\x7f}}',
    '\x001t\x7f {{a}}',
    '\x000t\x7f',
    '[[a\x7fb]]\r\n\0\x7f\r\n{{c}}',
    '<!--\r\n\0-->{{a}}'
  ],
  ...[
    '{{a}}\u2028\r\n{{b}}',
    '\ud800{{a}}\udc00\r\n[[b]]',
    '💡\r\n{{a}}\0💡 [[b]]',
    '\ufeff\r\n{{a}}'
  ]
]
