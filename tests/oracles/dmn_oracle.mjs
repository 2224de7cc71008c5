// Another's reading of our DMN files: dmn-moddle reads and writes the XML, feelin decides every cell.
// Standard input: [{xml, cells: [{name: answer}]}]; standard output: [{warnings, outcomes, shapes, edges, xml}].
import { readFileSync } from 'node:fs';
import DmnModdle from 'dmn-moddle';
import { evaluate, unaryTest } from 'feelin';

const moddle = new DmnModdle();

/** The answer of a question in FEEL, and whether a cell allows it; both are pure, so each is asked once. */
function remembered(ask) {
  const known = new Map();
  return (text, value, context) => {
    const key = JSON.stringify([text, value]);
    if (!known.has(key)) known.set(key, ask(text, value, context));
    return known.get(key);
  };
}
const allows = remembered((text, value, context) => unaryTest(text, { ...context, '?': value }) === true);
const outcome = remembered((text, _, context) => evaluate(text, context));

/** The outcome of the first rule whose cells all allow the answers, null when none does. */
function decide(table, context) {
  const values = table.input.map((input) => evaluate(input.inputExpression.text, context));
  const hit = table.rule.find((rule) => rule.inputEntry.every((entry, i) => allows(entry.text, values[i], context)));
  return hit ? outcome(hit.outputEntry[0].text, null, context) : null;
}

async function judge({ xml, cells }) {
  const { rootElement, warnings } = await moddle.fromXML(xml);
  const table = rootElement.drgElement.find((element) => element.decisionLogic).decisionLogic;
  if (table.hitPolicy !== 'FIRST') throw new Error(`hit policy ${table.hitPolicy}`);
  const drawn = rootElement.dmnDI.diagrams.flatMap((diagram) => diagram.diagramElements);
  const ids = (type) => drawn.filter((element) => element.$type === type).map((element) => element.dmnElementRef.id);
  return {
    warnings: warnings.map((warning) => warning.message),
    outcomes: cells.map((cell) => decide(table, cell)),
    shapes: ids('dmndi:DMNShape'),
    edges: ids('dmndi:DMNEdge'),
    xml: (await moddle.toXML(rootElement, { format: true })).xml,
  };
}

const given = JSON.parse(readFileSync(0, 'utf-8'));
const judged = [];
for (const one of given) judged.push(await judge(one));
process.stdout.write(JSON.stringify(judged));
