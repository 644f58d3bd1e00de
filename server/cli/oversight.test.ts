import { expect, test } from 'vitest';
import { makeProgram } from './oversight.ts';

const commands = makeProgram().commands;
/** Those of a group, as `token create`, stand beside it. */
const every = commands.flatMap((command) => [
  [command.name(), command] as const,
  ...command.commands.map((part) => [`${command.name()} ${part.name()}`, part] as const),
]);

test('every command is there', () => {
  expect(commands.map((command) => command.name())).toEqual(
    expect.arrayContaining([
      ...[
        'serve',
        'seed',
        'import',
        'export',
        'backup',
        'restore',
        'verify',
        'fsck',
        'erase',
        'token',
        'migrate',
      ],
    ]),
  );
});

test.each(every)(
  '“oversight %s --help” says what it does, and what each option and argument means',
  (name, command) => {
    const help = command.helpInformation();
    expect(help).toContain(`oversight ${name}`);
    expect(command.description()).not.toBe('');
    for (const { description } of [...command.options, ...command.registeredArguments])
      expect(description).not.toBe('');
  },
);
