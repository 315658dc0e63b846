/* patal-part.h: the parts of a workbook: members of a ZIP archive, XML documents read as they are unpacked
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Nothing is ever unpacked to the disk, nothing is fetched, and no document may have a DOCTYPE: so no path,
 * no entity and no network is there to be abused. What unpacks to more than PATAL_SHEET_MAX_BYTES is refused. */
#pragma once
#include "patal-sheet.h"

G_BEGIN_DECLS

typedef struct
{
  int                  fd;   /* of the archive; borrowed */
  const char          *name; /* of the file, for sentences */
  const PatalProgress *progress; /* (nullable): says how much of a part is read */
} PatalBook;

typedef struct _PatalElement PatalElement; /* a start tag, while its callback runs */

/* The value of an attribute by its local name, whatever its namespace; (nullable), until the next call on the
 * same element. */
const char *patal_element_attribute (PatalElement *element, const char *name);

/* What is made of a document. Names are local ones: documents of every flavour of the namespaces read alike.
 * FALSE with @error set ends the reading. */
typedef struct
{
  gboolean (*start) (gpointer reader, const char *name, PatalElement *element, GError **error);
  gboolean (*end)   (gpointer reader, const char *name, GError **error);
  void     (*text)  (gpointer reader, const char *text, gsize len);
} PatalPartReader;

typedef enum { PATAL_PART_NEEDED, PATAL_PART_OPTIONAL } PatalPartNeed;

/* Reads part @part (without a slash before it; capitals do not count). MALFORMED, LIMIT, KIND (a password),
 * what @reader says, or cancelled. */
gboolean patal_part_read (const PatalBook *book, const char *part, PatalPartNeed need, const PatalPartReader *how, gpointer reader,
                          GError **error);

/* (transfer full): the names of all parts, in small letters. */
GStrv patal_part_names (const PatalBook *book, GError **error);

G_END_DECLS
