/* patal-ics.c
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "patal-ics.h"
#include "patal-out-file.h"
#include <glib/gi18n-lib.h>

#define MOST_OCTETS 75 /* of a line, without its end (3.1) */

G_DEFINE_QUARK (patal - ics - error - quark, patal_ics_error)

/* Parts @line into lines of MOST_OCTETS; all but the first begin with a space, which counts. No character is
 * cut: not every program joins the lines before it decodes them. */
static void
append_folded (GString *out, const char *line)
{
  gsize used = 0;

  for (const char *at = line, *next; *at != '\0'; at = next)
    {
      gsize length;

      next = g_utf8_next_char (at);
      length = (gsize) (next - at);
      if (used + length > MOST_OCTETS)
        {
          g_string_append (out, "\r\n ");
          used = 1;
        }
      g_string_append_len (out, at, (gssize) length);
      used += length;
    }
  g_string_append (out, "\r\n");
}

/* TEXT of 3.3.11, which has no control characters but the tab; all ends of lines are \n. */
static void
append_escaped (GString *line, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *at = valid; *at != '\0'; at++)
    if (*at == '\n' || (*at == '\r' && at[1] != '\n'))
      g_string_append (line, "\\n");
    else if (*at == '\\' || *at == ';' || *at == ',')
      g_string_append_printf (line, "\\%c", *at);
    else if (!g_ascii_iscntrl (*at) || *at == '\t')
      g_string_append_c (line, *at);
}

static void
append_text (GString *out, const char *name, const char *text)
{
  g_autoptr (GString) line = g_string_new (name);

  g_string_append_c (line, ':');
  append_escaped (line, text);
  append_folded (out, line->str);
}

static void
append_day (GString *out, const char *name, PatalDay day)
{
  int year, month, mday;

  patal_day_to_ymd (day, &year, &month, &mday);
  g_string_append_printf (out, "%s;VALUE=DATE:%04d%02d%02d\r\n", name, year, month, mday);
}

static void
append_event (GString *out, const PatalEvent *event)
{
  g_autoptr (GDateTime) changed = g_date_time_new_from_unix_utc (event->changed_at);
  g_autofree char *stamp = g_date_time_format (changed, "%Y%m%dT%H%M%SZ");

  g_string_append (out, "BEGIN:VEVENT\r\n");
  append_text (out, "UID", event->uid);
  g_string_append_printf (out, "DTSTAMP:%s\r\n", stamp);
  append_day (out, "DTSTART", event->span.from);
  append_day (out, "DTEND", event->span.to + 1); /* the day after the last (3.6.1) */
  g_string_append_printf (out, "SEQUENCE:%u\r\nSTATUS:%s\r\n", event->sequence,
                          event->cancelled ? "CANCELLED" : "CONFIRMED");
  append_text (out, "SUMMARY", event->summary);
  if (event->place != NULL && *event->place != '\0')
    append_text (out, "LOCATION", event->place);
  if (event->words != NULL && *event->words != '\0')
    append_text (out, "DESCRIPTION", event->words);
  g_string_append (out, "END:VEVENT\r\n");
}

gboolean
patal_ics_write (const PatalEvents *events, const char *path, GError **error)
{
  g_autoptr (PatalOutFile) file = NULL;
  g_autoptr (GString) out
      = g_string_new ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Gram Patal//Gram Patal//EN\r\n"
                      "CALSCALE:GREGORIAN\r\nMETHOD:PUBLISH\r\n");

  if (patal_events_n (events) == 0)
    {
      g_set_error_literal (error, PATAL_ICS_ERROR, PATAL_ICS_ERROR_EMPTY,
                           _("There is nothing to put into a calendar, so no file was written"));
      return FALSE;
    }
  file = patal_out_file_new (path, error);
  if (file == NULL)
    return FALSE;
  if (patal_events_name (events) != NULL)
    append_text (out, "X-WR-CALNAME", patal_events_name (events)); /* of no standard; all read it */
  for (guint i = 0; i < patal_events_n (events); i++)
    {
      append_event (out, patal_events_get (events, i));
      if (!patal_out_file_flush (file, out, error))
        return FALSE;
    }
  g_string_append (out, "END:VCALENDAR\r\n");
  return patal_out_file_finish (file, out, error);
}
