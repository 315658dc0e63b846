/* patal-template-parse.c: the grammar of a board's template
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-template-private.h"
#include <glib/gi18n-lib.h>
#include <math.h>

#define LEAST_CONTRAST 3.0 /* WCAG 2.1, 1.4.3, of large letters */

#define OF_FRAME(member) G_STRUCT_OFFSET (PatalTemplateFrame, member)
#define OF_FIELD(member) G_STRUCT_OFFSET (PatalTemplateField, member)

static const PatalTemplateKey keys[] = {
  { PATAL_IN_BOARD, "name", PATAL_KEY_SPOKEN, patal_template_set_text, OF_FRAME (names) },
  { PATAL_IN_BOARD, "for", PATAL_KEY_PLAIN, patal_template_set_kinds, OF_FRAME (kinds) },
  { PATAL_IN_BOARD, "size", PATAL_KEY_PLAIN, patal_template_set_size, OF_FRAME (width_mm) },
  { PATAL_IN_BOARD, "ground", PATAL_KEY_PLAIN, patal_template_set_colour, OF_FRAME (ground) },
  { PATAL_IN_BOARD, "border", PATAL_KEY_PLAIN, patal_template_set_colour, OF_FRAME (border) },
  { PATAL_IN_BOARD, "ink", PATAL_KEY_PLAIN, patal_template_set_colour, OF_FRAME (ink) },
  { PATAL_IN_BOARD, "read-from", PATAL_KEY_PLAIN, patal_template_set_reading, OF_FRAME (reading_m) },
  { PATAL_IN_BOARD, "title", PATAL_KEY_SPOKEN, patal_template_set_text, OF_FRAME (titles) },
  { PATAL_IN_BOARD, "code", PATAL_KEY_PLAIN, patal_template_set_code, 0 },
  { PATAL_IN_FIELD, "label", PATAL_KEY_SPOKEN, patal_template_set_text, OF_FIELD (labels) },
  { PATAL_IN_FIELD, "weight", PATAL_KEY_PLAIN, patal_template_set_share, OF_FIELD (weight) },
  { PATAL_IN_FIELD, "share", PATAL_KEY_PLAIN, patal_template_set_share, OF_FIELD (share) },
  { PATAL_IN_FIELD, "beside", PATAL_KEY_PLAIN, patal_template_set_flag, OF_FIELD (beside) },
  { PATAL_IN_FIELD, "large", PATAL_KEY_PLAIN, patal_template_set_flag, OF_FIELD (large) },
  { PATAL_IN_FIELD, "empty-until", PATAL_KEY_PLAIN, patal_template_set_later, OF_FIELD (later) },
  { PATAL_IN_FIELD, "required", PATAL_KEY_PLAIN, patal_template_set_required, OF_FIELD (required) },
  { PATAL_IN_BACK, "title", PATAL_KEY_SPOKEN, patal_template_set_text, OF_FRAME (back_titles) },
  { PATAL_IN_BACK, "line", PATAL_KEY_MANY, patal_template_add_line, 0 },
};

static void
begin_field (PatalTemplateReader *reader, const char *id)
{
  PatalBoardReader *self = (PatalBoardReader *) reader;
  guint known;

  self->field = (PatalTemplateField) { .weight = 1, .share = 1 }; /* its keys are read even where the field is none */
  if (*id == '\0')
    {
      patal_template_reader_fault (reader, g_strdup (_("Name the field in the brackets, for example [field work_name]")));
      return;
    }
  known = patal_template_find_known (reader, id);
  if (known == reader->n_known)
    return;
  if (self->known_lines[known] != 0)
    {
      patal_template_reader_fault (reader, g_strdup_printf (_("The field “%s” stands in line %u already: a board has each field once"), id,
                                         self->known_lines[known]));
      return;
    }
  self->known_lines[known] = reader->line;
  self->field.known = known;
  self->field.line = reader->line;
}

static void
finish_section (PatalTemplateReader *reader)
{
  PatalBoardReader *self = (PatalBoardReader *) reader;

  if (reader->section == PATAL_IN_FIELD && self->field.line != 0)
    g_array_append_val (self->template->fields, self->field);
}

/* WCAG 2.1: of a colour of sRGB. */
static double
luminance (guint32 rgb)
{
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    {
      double c = ((rgb >> (16 - 8 * i)) & 0xff) / 255.0;

      sum += weights[i] * (c <= 0.03928 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4));
    }
  return sum;
}

static void
check_whole (PatalTemplateReader *reader)
{
  PatalBoardReader *self = (PatalBoardReader *) reader;
  const PatalTemplate *template = self->template;
  double a = luminance (template->frame.ground) + 0.05, b = luminance (template->frame.ink) + 0.05;
  const PatalTemplateField *first = template->fields->len > 0 ? patal_template_field (template, 0) : NULL;

  if (reader->section_lines[PATAL_IN_FIELD] == 0)
    patal_template_reader_fault_at (reader, 0, g_strdup (_("There is no field: name at least one, for example [field work_name]")));
  if (first != NULL && first->beside)
    patal_template_reader_fault_at (reader, first->line,
                                    g_strdup (_("The first field stands beside no other: delete its line “beside”")));
  if (MAX (a, b) / MIN (a, b) < LEAST_CONTRAST)
    patal_template_reader_fault_at (reader, self->colour_line,
      g_strdup (_("The ink is hardly seen on the ground: choose a darker ink or a lighter ground")));
}

PatalTemplate *
patal_template_parse (const char *text, gsize length, const PatalTemplateKnown *known, guint n_known, GPtrArray **faults)
{
  static const char *const sections[] = { "board", "field", "back", NULL };
  static const PatalTemplateGrammar grammar = {
    .sections = sections, .n_sections = G_N_ELEMENTS (sections) - 1, .named = PATAL_IN_FIELD, .keys = keys,
    .n_keys = G_N_ELEMENTS (keys), .begin = begin_field, .finish = finish_section, .check = check_whole,
  };
  g_autoptr (PatalTemplate) template = patal_template_new (known, n_known);
  g_autofree guint *known_lines = g_new0 (guint, n_known);
  PatalBoardReader self = { .reader = { .grammar = &grammar, .known = known, .n_known = n_known }, .template = template,
                            .known_lines = known_lines };
  gboolean whole = patal_template_reader_read (&self.reader, text, length, faults);

  for (guint lang = 0; lang < 2; lang++)
    g_ptr_array_add (template->back[lang], NULL);
  return whole ? g_steal_pointer (&template) : NULL;
}
