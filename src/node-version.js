import module from 'node:module';

// Loaded before main.ts (node --import). Plain JavaScript of an old dialect, so that an old Node can read it
// and say one clear line instead of failing on the first TypeScript file.
const wanted = [24, 11];
const found = process.versions.node.split('.').map(Number);
const tooOld = found[0] < wanted[0] || (found[0] === wanted[0] && found[1] < wanted[1]);

if (tooOld) {
  process.stderr.write(
    `Paperboy needs Node ${wanted.join('.')} or newer, and this is ${process.versions.node}. ` +
      'Run "npm ci" first and start with "npm start": that brings Node 24 along; or run "npm install node@24" here. / ' +
      `Node ${wanted.join('.')} 이상이 필요합니다(현재 ${process.versions.node}). "npm ci" 후 "npm start"로 실행하거나 여기서 "npm install node@24"를 실행하세요.\n`,
  );
  process.exit(1);
}

// Compiled modules are kept between starts (in the system's temporary folder): a third off the time to ready.
module.enableCompileCache();
