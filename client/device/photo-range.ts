/** All photos of one draft; all attachments of one interview. */
export const photoRange = (id: string): IDBKeyRange => IDBKeyRange.bound([id, ''], [id, '\uffff']);
