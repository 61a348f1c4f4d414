import { useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import type { Tablet } from '../../contracts/api.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { tabletAdminTexts } from './tablet-messages.ts';

export interface RenameDialogProps {
  readonly tablet: Tablet;
  readonly onRename: (name: string) => void;
  readonly onCancel: () => void;
}

/** Asks for another name of a tablet. Escape leaves it as it is. */
export function RenameDialog({ tablet, onRename, onCancel }: RenameDialogProps) {
  const t = useTexts(tabletAdminTexts);
  const [name, setName] = useState(tablet.name);
  const wanted = name.trim();
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => {
        if (!isOpen) onCancel();
      }}
    >
      <Modal className="modal">
        <Dialog className="card">
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              if (wanted !== '') onRename(wanted);
            }}
          >
            <Heading slot="title" level={2}>
              {t.renameTitle(tablet.name)}
            </Heading>
            <TextField
              label={t.newName}
              name="deviceName"
              value={name}
              onChange={setName}
              maxLength={80}
              autoFocus
            />
            <p className="quiet">{t.renameText}</p>
            <div className="row row-end">
              <Button onPress={onCancel}>{t.cancel}</Button>
              <Button look="strong" type="submit" isDisabled={wanted === ''}>
                {t.save}
              </Button>
            </div>
          </form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
