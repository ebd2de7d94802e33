import { derivedUuid } from '#kernel/ids'
const id = (...parts: (string | number)[]) => derivedUuid('zz', ...parts)
for (const n of [1,2,3,4,5,6,7,8]) console.log(`M${n}=${id('motion', n)} VA${n}=${derivedUuid('vote','amendments',id('motion', n))} VM${n}=${derivedUuid('vote','motion',id('motion', n))}`)
console.log(`MM=${id('meeting')} MM2=${id('meeting2')} P1=${derivedUuid('seed','point',0)} P2=${derivedUuid('seed','point',1)} P3=${derivedUuid('seed','point',2)} ROOT=${derivedUuid('seed','root')}`)
