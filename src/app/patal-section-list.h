/* patal-section-list.h: the sidebar's list of sections, each with its picture; one of them is chosen
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Property "section" (string): the one chosen; told only when it becomes another. */
#pragma once
#include <adwaita.h>

G_BEGIN_DECLS

typedef struct
{
  const char *id, *title, *icon; /* @title: a message id */
  const char *keys;              /* (nullable): that lead to it: "Alt+1" */
} PatalSection;

#define PATAL_TYPE_SECTION_LIST (patal_section_list_get_type ())
G_DECLARE_FINAL_TYPE (PatalSectionList, patal_section_list, PATAL, SECTION_LIST, AdwBin)

void        patal_section_list_set_sections (PatalSectionList *list, const PatalSection *sections, guint n); /* once; they last for ever */

const char *patal_section_list_get_section  (PatalSectionList *list);                      /* (nullable): before the first */
void        patal_section_list_set_section  (PatalSectionList *list, const char *section); /* unknown: the first */

G_END_DECLS
