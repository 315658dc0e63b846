/* patal-works-list.h: the works of the district in a narrow list, with filters; several can be chosen
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Signals:
 *   chosen ()          other works are chosen, or other ones are listed
 *   opened (gint64 id) by Enter, double click or the button
 *   add ()             the button + was pressed */
#pragma once
#include "patal-document.h"
#include <adwaita.h>

G_BEGIN_DECLS

#define PATAL_TYPE_WORKS_LIST (patal_works_list_get_type ())
G_DECLARE_FINAL_TYPE (PatalWorksList, patal_works_list, PATAL, WORKS_LIST, AdwBin)

void    patal_works_list_set_document (PatalWorksList *list, PatalDocument *document); /* once */

gint64  patal_works_list_get_current  (PatalWorksList *list); /* the one work whose board is shown: of several chosen the latest; 0: none */
GArray *patal_works_list_get_chosen   (PatalWorksList *list); /* (transfer full) (element-type gint64): in the list's order */
GArray *patal_works_list_get_listed   (PatalWorksList *list); /* (transfer full) (element-type gint64): all that the filters leave */
guint   patal_works_list_count_listed (PatalWorksList *list);
gboolean patal_works_list_is_filtered (PatalWorksList *list);
gint64  patal_works_list_get_place    (PatalWorksList *list);
char   *patal_works_list_get_place_name (PatalWorksList *list); /* (transfer full) */

/* Chooses @id, now or when the list has come; filters that leave it out are taken away. */
void    patal_works_list_select       (PatalWorksList *list, gint64 id);
/* Chooses @id and gives its row the focus, unless the filters leave it out: FALSE. */
gboolean patal_works_list_return_to   (PatalWorksList *list, gint64 id);
void    patal_works_list_take_focus   (PatalWorksList *list); /* to the chosen row, else to the first, now or when the list has come */

G_END_DECLS
