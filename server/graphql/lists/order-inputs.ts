import { type NodeType, nodeTypeNames, propertiesOf } from '../../../schema/node-types.ts';
import { type PropertyName, properties, propertyNames, propertyRow } from '../../../schema/properties.ts';
import type { Order } from '../../store/node-query.ts';
import { builder } from '../builder.ts';
import { enumName, OrderDirectionEnum } from '../enums.ts';
import { typeNameOf } from '../refs.ts';

/** One key as a client gives it. */
interface OrderInput {
  readonly field: PropertyName | 'relationshipType';
  readonly direction: 'asc' | 'desc';
}

const inputRef = (name: string) => builder.inputRef<OrderInput, false>(name);
type OrderRef = ReturnType<typeof inputRef>;
const orders = new Map<string, OrderRef>();

/** More keys than this order nothing further, since ids end every order. */
const KEY_LIMIT = 4;

export const byName: Order = [{ by: { kind: 'node', property: 'name' }, direction: 'asc' }];

/** The order of nodes of these types; `ofRelationships` adds the relationship's type as a key. */
export function orderInputOf(types: readonly NodeType[], ofRelationships = false): OrderRef {
  const name = `${ofRelationships ? 'Neighbour' : typeNameOf(types)}Order`;
  const known = orders.get(name);
  if (known) return known;
  const near = typeNameOf(types) === 'Entity' ? nodeTypeNames : types;
  const names = propertyNames.filter(
    (property) => isOrdered(property) && near.some((type) => propertiesOf(type).includes(property)),
  );
  const values = names.map(
    (property) => [enumName(property), { value: property, description: propertyRow(property).says }] as const,
  );
  const FieldEnum = builder.enumType(`${name}Field`, {
    values: Object.fromEntries<{ value: OrderInput['field']; description: string }>([
      ...values,
      ...(ofRelationships
        ? [
            [
              'RELATIONSHIP_TYPE',
              { value: 'relationshipType', description: 'Name of the relationship type.' },
            ] as const,
          ]
        : []),
    ]),
  });
  const ref = inputRef(name);
  orders.set(name, ref);
  ref.implement({
    fields: (t) => ({
      field: t.field({ type: FieldEnum, required: true }),
      direction: t.field({ type: OrderDirectionEnum, required: true, defaultValue: 'asc' }),
    }),
  });
  return ref;
}

/** The order that is asked for, or the given one where none is. */
export function readOrder(input: unknown, otherwise: Order): Order {
  if (!Array.isArray(input) || input.length === 0) return otherwise;
  return (input as readonly OrderInput[]).slice(0, KEY_LIMIT).map(({ field, direction }) => ({
    by: field === 'relationshipType' ? { kind: 'relationshipType' } : { kind: 'node', property: field },
    direction,
  }));
}

function isOrdered(property: PropertyName): boolean {
  const { kind } = properties[property];
  return kind !== 'texts' && kind !== 'longText';
}
