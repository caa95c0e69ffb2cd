// The small list that holds unless an operator says otherwise: what no public picture service lets through. It is short on
// purpose; false alarms cost more than they save. Reasons are public: they say the kind, never the term.

export interface TermGroup {
  /** What the caller is told. */
  reason: string;
  terms: readonly string[];
}

export const defaultTermGroups: readonly TermGroup[] = [
  {
    reason: 'sexual content involving minors',
    terms: [
      'child porn*',
      'kiddie porn*',
      'loli hentai',
      'lolicon',
      'shotacon',
      '/\\b(nude|naked|topless|sexy|erotic)\\s+(?:\\w+\\s+){0,3}(child|children|kid|kids|toddler|minor|schoolgirl|schoolboy)\\b/',
      '儿童色情',
      '幼女色情',
      '未成年色情',
      '/(裸体|色情|性感)[^，。,.]{0,4}(儿童|幼女|未成年|小学生)/',
    ],
  },
  {
    reason: 'pornographic content',
    terms: [
      'porn*',
      'hentai',
      'blowjob*',
      'gangbang*',
      'cumshot*',
      'sex scene',
      'explicit sex',
      '色情',
      '性交',
      '口交',
      '淫秽',
    ],
  },
  {
    reason: 'sexual violence or gore',
    terms: [
      'rape scene',
      'raping',
      'beheading',
      'decapitat*',
      'dismember*',
      'snuff film',
      '强奸',
      '轮奸',
      '斩首',
      '分尸',
      '虐杀',
    ],
  },
];
