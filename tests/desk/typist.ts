/** Types into a draft until it is killed: `node typist.ts <folder>` prints each number once it is saved. */
import { opened, signedIn, taken } from './premises.ts';

const [folder = ''] = process.argv.slice(2);
const client = await signedIn(await opened(folder), 'typist');
for (let i = 1; ; i += 1) {
  taken(
    await client.drafts.save({
      draftId: 'draft-of-the-typist',
      form: 'registration',
      title: '草稿',
      body: `${i}`,
    }),
  );
  process.stdout.write(`${i}\n`);
}
