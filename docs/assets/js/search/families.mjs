/**
 * Families of words that no rule for endings joins, each by its plainest word; and words that a rule would take for others.
 */
const JOINED = `
  able ability | advise advice adviser | analyse analysis analyses analyst analytical analytics | angry anger | anxious anxiety | apology apologise |
  apply applied application applicant | appraise appraisal | approve approval | argue argument | arrive arrival | autism autistic | believe belief | big
  bigger biggest | bored boredom | break broke broken | bring brought | buy bought | child children | choose chose chosen choice | complain complaint |
  convict conviction | cry cried cries | culture cultural | decide decision | deep depth | describe description | disabled disability disable | drive
  drove driven | explain explanation | fall fell fallen | fight fought | finance financial | find found | forget forgot forgotten | freeze froze frozen
  | get got gotten | give gave given | great greater greatest | grow grew grown growth | hard harder hardest | hide hid hidden | hungry hunger | ill
  illness | introduce introduction | keep kept | know knew known knowledge | late later latest | lazy laziness | lead led leader leadership | learn
  learnt | leave left | lie lied lying liar | long length | lose lost loss | man men | marry married marriage marital | medical medicine medication |
  meet met | nation national nationality | nerve nervous nervousness | old older oldest | origin original | pay paid payment | perform performance |
  persuade persuasion persuasive | politics political politician | practise practice practising | profit profitable profitability | promote promotion |
  propose proposal | proud proudest pride | prove proof proven | qualify qualification | quit quitting | real reality | refuse refusal | rehearse
  rehearsal | religion religious | safe safety | secure security | sell sold sale | shake shook shaky | sleep slept asleep | speak spoke spoken | steal
  stole stolen theft | strategy strategic | strong strength strengths stronger strongest | succeed success successes successful | supervise supervisor
  supervision | swear swore | sweat sweaty | teach taught | tell told | think thought | tough tougher toughest | unethical ethical ethic | vacant
  vacancy vacancies | weak weakest | wear wore worn | withdraw withdrew withdrawn withdrawal | woman women | write wrote written | young younger
  youngest`;

const APART = `
  candidate | contractor | developer | director | every | expensive | experience experienced | former | letter | matter | mention mentioned | mission |
  number | organisation organization | party parties | passion passionate | position | presentation presenting presenter presented | probation |
  question | ready | seconds | story stories | training | wine`;

/** @param {string} text @returns {Map<string, string>} each word, and the first of its family */
function byWord(text) {
  return new Map(text.split("|").map((family) => family.trim().split(/\s+/)).flatMap((family) => family.map((word) => [word, family[0]])));
}

export const joined = byWord(JOINED);
export const apart = byWord(APART);
