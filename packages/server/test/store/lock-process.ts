// Helper process: holds the shared lock of the database named by its argument until it is killed.
import { shareDatabase } from '../../src/store/sqlite/database-lock.js';

process.send?.({ held: shareDatabase(process.argv[2] ?? '') !== undefined });
// A parent that is gone must not leave it behind.
process.on('disconnect', () => process.exit());
