/* patal-year-view.h: a financial year, month by month, with its holidays and blackouts
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Classes differ by shape as well as by colour; beside a month's name stand its working days. Arrow keys go by days and weeks, Page Up
 * and Down by months, Home and End to the ends of the month; the accessible label is what is on the chosen day.
 * Signals: day-chosen (int day), a PatalDay, by a click or a key; day-activated (int day), by Enter or a double click. */
#pragma once
#include "patal-calendar.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PATAL_TYPE_YEAR_VIEW (patal_year_view_get_type ())
G_DECLARE_FINAL_TYPE (PatalYearView, patal_year_view, PATAL, YEAR_VIEW, GtkWidget)

GtkWidget *patal_year_view_new (void);

/* Shows @fy. @calendar: (transfer none) (nullable), of that year; it must outlive its being shown. */
void     patal_year_view_set_calendar (PatalYearView *view, int fy, const PatalCalendar *calendar);
/* How many batches are held on each day from @first on: days are tinted by them. @counts: (transfer none) (nullable) (element-type guint16); must outlive it. */
void     patal_year_view_set_batches  (PatalYearView *view, const GArray *counts, PatalDay first);
void     patal_year_view_set_selected (PatalYearView *view, PatalDay day);
PatalDay patal_year_view_get_selected (PatalYearView *view);

/* (transfer full): "20 November 2026, Friday", and below it, a line each, what the day is. */
char *patal_year_view_day_words (PatalYearView *view, PatalDay day);

/* Draws what stands for a class in a box of the given size: for the legend. */
void patal_year_view_draw_class (cairo_t *cr, PatalHolidayClass klass, double x, double y, double size, gboolean dark);
void patal_year_view_draw_blackout (cairo_t *cr, PatalEffect effect, double x, double y, double size, gboolean dark);

G_END_DECLS
