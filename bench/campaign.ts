// The long campaigns: 200 kills during writes. Short versions stand in the tests.
process.env['ASSAY_KILLS'] ??= '200';
const { durabilityCases } = await import('../e2e/cases/durability.ts');
for (const each of durabilityCases) {
  const began = performance.now();
  await each.run();
  console.log(`ok ${each.name} (${((performance.now() - began) / 1000).toFixed(0)} s)`);
}
